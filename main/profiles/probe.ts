import type { ApiState, ProbeReport } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { type Clients, type Credentials, createClients } from '../livekit/clients';
import { refusalOfFailure, serverWords } from '../livekit/errors';
import { isLiveKit, reach, tlsFacts } from '../livekit/reach';

/** The server's leeway on `nbf` and `exp`. */
const leewayMs = 60_000;

type Verdict = ProbeReport['verdict'];
type Others = (credentials: Pick<Credentials, 'serverUrl' | 'apiKey'>) => string | null;

const nothingYet = (address: string): ProbeReport => ({
  verdict: 'ok',
  checkedAt: new Date().toISOString(),
  address,
  roundTripMs: null,
  tls: null,
  isLiveKit: null,
  knowsKey: null,
  secretRight: null,
  clockAheadMs: null,
  version: null,
  hosting: null,
  rooms: null,
  apis: null,
  otherProfile: null,
  answer: null,
});

const verdicts: readonly Verdict[] = [
  'unreachable',
  'timeout',
  'tls-failed',
  'not-livekit',
  'wrong-path',
  'unknown-key',
  'wrong-secret',
  'clock-skew',
];
const verdictOf = ({ code }: Refusal): Verdict => verdicts.find((known) => known === code) ?? 'server-refused';
const answerOf = ({ details }: Refusal): ProbeReport['answer'] => ({
  status: Number(details.values?.status ?? 0),
  text: details.answer ?? '',
});

/** Whether something answers, what its clock says, and whether it is LiveKit: at this path, or only without it. */
async function reachServer(serverUrl: string, report: ProbeReport): Promise<ProbeReport> {
  const reached = await reach(serverUrl, '/');
  const found = {
    ...report,
    roundTripMs: Math.round(reached.roundTripMs * 10) / 10,
    clockAheadMs: reached.aheadMs === null ? null : Math.round(reached.aheadMs),
    tls: await tlsFacts(serverUrl),
  };
  if (await isLiveKit(serverUrl)) return { ...found, isLiveKit: true };
  const answer = { status: reached.status, text: serverWords(reached.body) };
  const root = new URL(serverUrl);
  const elsewhere = root.pathname !== '/' && (await isLiveKit(`${root.protocol}//${root.host}`).catch(() => false));
  return { ...found, isLiveKit: false, answer, verdict: elsewhere ? 'wrong-path' : 'not-livekit' };
}

/** One call each, of the cheapest kind; `fails` is an answer that says nothing about the service. */
async function apisOf({ egress, ingress, sip }: Clients): Promise<NonNullable<ProbeReport['apis']>> {
  const states: Partial<Record<string, ApiState>> = { 'no-redis': 'no-redis', 'permission-denied': 'denied', 'not-supported': 'unknown' };
  const state = (call: Promise<unknown>): Promise<ApiState> =>
    call.then(
      () => 'answers',
      (error) => states[error instanceof Refusal ? error.code : ''] ?? 'fails',
    );
  const [egressState, ingressState, sipState] = await Promise.all([
    state(egress.listEgress({ active: true })),
    state(ingress.listIngress({})),
    state(sip.listSipInboundTrunk()),
  ]);
  return { rooms: 'answers', egress: egressState, ingress: ingressState, sip: sipState };
}

/** A 401 that the key's owner would not get: told apart by the server's words. */
function refused(refusal: Refusal, report: ProbeReport, credentials: Credentials, others: Others): ProbeReport {
  const found: ProbeReport = { ...report, verdict: verdictOf(refusal), answer: answerOf(refusal) };
  if (refusal.code === 'unknown-key') {
    const otherProfile = others(credentials);
    return { ...found, knowsKey: false, otherProfile, verdict: otherProfile === null ? 'unknown-key' : 'wrong-project' };
  }
  if (refusal.code === 'wrong-secret') return { ...found, knowsKey: true, secretRight: false };
  if (refusal.code === 'clock-skew') return { ...found, knowsKey: true, secretRight: true };
  return found;
}

/**
 * Finds out about a server in the order in which things can go wrong, and stops at the first that does. Nothing is created on the
 * server, nobody joins. Never throws: what went wrong is the verdict. `others`: the name of another saved profile that has this key
 * with another address.
 */
export async function probe(credentials: Credentials, others: Others): Promise<ProbeReport> {
  const start = nothingYet(credentials.serverUrl.replace(/^wss?:\/\//, ''));
  let report = start;
  try {
    report = await reachServer(credentials.serverUrl, start);
  } catch (error) {
    const refusal = refusalOfFailure('GET /', error);
    return { ...report, verdict: verdictOf(refusal), answer: answerOf(refusal) };
  }
  if (!report.isLiveKit) return report;
  report.hosting = /\.livekit\.cloud$/.test(new URL(credentials.serverUrl).hostname) ? 'cloud' : 'self-hosted';
  const clients = createClients(credentials, { timeoutSeconds: 5 });
  try {
    const rooms = await clients.rooms.listRooms();
    const tooFar = Math.abs(report.clockAheadMs ?? 0) > leewayMs;
    return {
      ...report,
      verdict: tooFar ? 'clock-skew' : 'ok',
      knowsKey: true,
      secretRight: true,
      rooms: rooms.length,
      apis: await apisOf(clients),
    };
  } catch (error) {
    return refused(refusalOfFailure('ListRooms', error), report, credentials, others);
  }
}

/** The report where the keychain gave no secret to try with. */
export const probeWithoutSecret = (serverUrl: string, refusal: Refusal): ProbeReport => ({
  ...nothingYet(serverUrl.replace(/^wss?:\/\//, '')),
  verdict: refusal.code === 'secret-missing' ? 'secret-missing' : 'keychain',
});
