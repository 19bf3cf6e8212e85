import type { z } from 'zod';
import type { askReasons, serverAnswer } from '../contract/tokens';
import { refusalOfFailure, serverWords } from '../livekit/errors';
import { httpUrl } from '../livekit/http-url';

type Reason = (typeof askReasons)[number];
export type ServerAnswer = z.output<typeof serverAnswer>;

/**
 * Status and words of livekit-server, in the order in which it checks; first match wins. Each reason about the signature and the
 * times has two texts: golang-jwt's, and go-jose's of older servers. Any 404 but the room's is a proxy's or another program's.
 */
const reasons: [Reason, number, RegExp][] = [
  ['admitted', 200, /^success$/],
  ['unknown-key', 401, /invalid API key/],
  ['expired', 401, /token is expired/],
  ['not-yet-valid', 401, /token is not valid yet|token not valid yet/],
  ['no-expiry', 401, /exp claim is required/],
  ['wrong-algorithm', 401, /signing method \w+ is invalid|unexpected signature algorithm/],
  ['wrong-secret', 401, /signature is invalid|error in cryptographic primitive/],
  ['claims-malformed', 401, /could not JSON decode|malformed|cannot unmarshal|invalid value for/],
  ['not-a-token', 401, /invalid authorization token/],
  ['no-grants', 401, /no permissions to access the room/],
  ['no-join', 401, /permissions denied/],
  ['no-identity', 400, /identity cannot be empty/],
  ['identity-too-long', 400, /identity length exceeds limits/],
  ['no-room', 400, /no room name/],
  ['room-too-long', 400, /room name length exceeds limits/],
  ['room-absent', 404, /requested room does not exist/],
  ['wrong-path', 404, /^/],
  ['token-too-big', 431, /^/],
  ['token-too-big', 414, /^/],
  ['node-full', 503, /exceeded its configured limit/],
];

/** What an answer of `/rtc/validate` means. */
export function reasonOf(status: number, answer: string): Reason {
  if (status >= 300 && status < 400) return 'wrong-path';
  return reasons.find(([, itsStatus, words]) => itsStatus === status && words.test(answer))?.[0] ?? 'other';
}

/**
 * Asks `/rtc/validate` of a server whether it would let this token in; it joins nothing and creates nothing. The token goes in the
 * header, so that no proxy writes it down. Servers up to 1.13 answer a bad token with the whole token: it is taken out of the answer.
 * Throws `unreachable`, `timeout`, `tls-failed`, `not-livekit`.
 */
export async function askServer(serverUrl: string, jwt: string): Promise<ServerAnswer> {
  const asked = performance.now();
  try {
    const response = await fetch(httpUrl(serverUrl, '/rtc/validate'), {
      headers: { authorization: `Bearer ${jwt}` },
      signal: AbortSignal.timeout(10_000),
      redirect: 'manual',
    });
    const answer = serverWords((await response.text()).replaceAll(jwt, '[token]'));
    const reason = reasonOf(response.status, answer);
    const roundTripMs = Math.round((performance.now() - asked) * 10) / 10;
    return { admitted: reason === 'admitted', reason, status: response.status, answer, roundTripMs };
  } catch (error) {
    throw refusalOfFailure('rtc/validate', error);
  }
}
