import { z } from 'zod';
import { type FailureCode, Refusal } from '../contract/result';
import { redact } from '../redact';

type Row = [code: FailureCode, status: number, text: RegExp];

/**
 * What livekit-server says (1.13.5 as run, master as read). First match wins. The texts of bad tokens come in two families:
 * golang-jwt's and, from older servers, go-jose's.
 */
const answers: Row[] = [
  ['unknown-key', 401, /invalid API key/i],
  ['wrong-secret', 401, /signature is invalid|error in cryptographic primitive/],
  ['clock-skew', 401, /not valid yet|token is expired|used before issued/],
  ['permission-denied', 401, /permissions denied|no permissions/],
  ['permission-denied', 403, /"code"\s*:/],
  ['participant-absent', 404, /participant does not exist/],
  ['room-absent', 404, /requested room does not exist/],
  ['not-supported', 404, /bad_route/],
  ['not-found', 404, /"code"\s*:\s*"not_found"/],
  ['wrong-path', 404, /./],
  ['remote-unmute-off', 412, /remote unmute not enabled/],
  ['over-limit', 400, /exceeds limits/],
  ['timeout', 408, /./],
  ['overloaded', 429, /./],
  ['overloaded', 503, /available nodes|exceeded its configured limit/],
  ['no-redis', 500, /redis required/],
  ['not-supported', 500, /not implemented/],
  ['not-supported', 501, /./],
  ['unreachable', 502, /./],
  ['timeout', 504, /./],
];

/**
 * A server that nobody answers says 503 `no response from servers` after 3 s. For these calls that also happens when the participant
 * or the room is simply absent; for the others (remove, update, delete) absence is a 404, so a 503 means that the node is dead.
 */
const absentOrDead =
  /MutePublishedTrack|UpdateSubscriptions|SendData|PerformRpc|MoveParticipant|ForwardParticipant|(?:List|Create|Delete)Dispatch/;

/** What a worker of its own does: the server hands it on, and nobody takes it. */
const workers = /^(?:Egress|Ingress|SIP)\//;

const twirpError = z.object({ code: z.string(), msg: z.string(), meta: z.record(z.string(), z.string()).optional() });
/** The part of a body that a person can read; a web page is cut down to its title. */
export function serverWords(body: string): string {
  const title = /<title>([^<]*)/i.exec(body)?.[1];
  return redact((title ?? body).trim().slice(0, 500));
}
const parseTwirp = (body: string) => {
  try {
    return twirpError.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

/** A redirect: what was asked for, and where it sends on to. */
type Redirect = { from: string; to: string };
/** The proxy in front wants another scheme, host or path; `wants-tls`: nothing but https instead of http. */
function codeOfRedirect({ from, to }: Redirect): FailureCode {
  const [asked, wanted] = [URL.parse(from), URL.parse(to, from)];
  return asked?.protocol === 'http:' && wanted?.protocol === 'https:' && wanted.hostname === asked.hostname ? 'wants-tls' : 'wrong-path';
}

/** What an answer other than 2xx means; `method` as in `RoomService/MutePublishedTrack`. */
export function refusalOfAnswer(method: string, status: number, body: string, redirect: Redirect = { from: '', to: '' }): Refusal {
  const twirp = parseTwirp(body);
  const answer = redirect.to ? serverWords(redirect.to) : twirp ? redact(twirp.msg) : serverWords(body);
  const details = { answer: answer || `HTTP ${status}`, values: { status } };
  const refuse = (code: FailureCode) => new Refusal(code, `${method}: ${status} ${answer}`, details);
  // The stop of what a dead worker had runs into the server's own deadline instead.
  if (status === 408 && method.startsWith('Egress/')) return refuse('no-worker');
  if (status === 503 && /no response from servers/.test(body)) {
    if (workers.test(method)) return refuse('no-worker');
    return refuse(absentOrDead.test(method) ? 'nobody-answers' : 'dead-node');
  }
  if (status >= 300 && status < 400) return refuse(codeOfRedirect(redirect));
  const row = answers.find(([, rowStatus, text]) => rowStatus === status && text.test(body || 'empty'));
  return refuse(row?.[0] ?? 'server-refused');
}

const failures: [FailureCode, RegExp][] = [
  ['timeout', /TimeoutError|ETIMEDOUT|UND_ERR_\w+_TIMEOUT/],
  ['tls-failed', /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|EPROTO/],
  // Node's HTTP parser: what answers there does not speak HTTP.
  ['not-livekit', /HPE_/],
];

/** The most telling name in a chain of causes: fetch says only `fetch failed`, an error of several addresses has no message at all. */
function systemCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return systemCode(error.errors[0]);
  if (!(error instanceof Error)) return '';
  const deeper = systemCode(error.cause);
  if (deeper) return deeper;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What it means that there was no answer at all: `unreachable`, `timeout`, `tls-failed` or `not-livekit`. */
export function refusalOfFailure(method: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = systemCode(error);
  return new Refusal(failures.find(([, text]) => text.test(code))?.[0] ?? 'unreachable', `${method}: ${code}`, { answer: code });
}
