/** Why a join was refused, a stay ended, or a device or a right is missing. Each has its reason and next step in every language. */
export const refusalCodes = [
  // the token
  'expired',
  'not-yet-valid',
  'wrong-secret',
  'unknown-key',
  'not-a-token',
  'claims-malformed',
  'no-join',
  'no-grants',
  'no-room',
  // the room
  'room-absent',
  'room-full',
  'handshake-refused',
  // the way there
  'unreachable',
  'insecure-address',
  'not-livekit',
  'timeout',
  'overloaded',
  'media-blocked',
  // how a stay ends
  'duplicate-identity',
  'removed',
  'room-deleted',
  'room-closed',
  'server-shutdown',
  'connection-lost',
  'join-failed',
  // what one sends
  'device-blocked',
  'device-missing',
  'device-busy',
  'may-not-publish',
  'may-not-update',
  'other',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
export type Refused = {
  code: RefusalCode;
  /** What the server or the browser said, every token taken out. */
  said: string;
};

/** A token, also one that was cut off. The server's 401 and the client's errors hold it whole. */
export const withoutTokens = (text: string): string => text.replace(/eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, '[token]').slice(0, 500);

/** The server's words (1.13.5 as run, master as read), of both families of its JWT library. The first match wins. */
const words: [RefusalCode, RegExp][] = [
  ['expired', /token is expired/],
  ['not-yet-valid', /not valid yet/],
  ['wrong-secret', /signature is invalid|error in cryptographic primitive/],
  ['unknown-key', /invalid API key/],
  ['claims-malformed', /could not JSON decode claim|token is malformed/],
  ['not-a-token', /invalid authorization token|invalid token/],
  ['no-grants', /no permissions to access the room/],
  ['no-join', /permissions denied/],
  ['no-room', /no room name/],
  ['room-absent', /requested room does not exist/],
  ['overloaded', /exceeded its configured limit|available nodes/],
  ['media-blocked', /could not establish pc connection|ICE|peer ?connection/i],
  ['may-not-publish', /publish track, insufficient permissions|track publication timed out/],
  ['may-not-update', /permission to update own metadata/],
  ['timeout', /timed? ?out/i],
];

const devices: Record<string, RefusalCode> = {
  NotAllowedError: 'device-blocked',
  SecurityError: 'device-blocked',
  NotFoundError: 'device-missing',
  OverconstrainedError: 'device-missing',
  NotReadableError: 'device-busy',
  AbortError: 'device-busy',
};

/** LiveKit's ConnectionErrorReason, by number: its enumeration is in the library that is loaded late. */
const reasons: Partial<Record<number, RefusalCode>> = {
  1: 'unreachable',
  4: 'join-failed',
  5: 'timeout',
  6: 'handshake-refused',
  7: 'not-livekit',
};

/** What an error of livekit-client or of the browser means. `url`: the server that was asked. */
export function refusalOf(error: unknown, url = ''): Refused {
  const said = withoutTokens(error instanceof Error ? error.message : String(error));
  const device = error instanceof Error ? devices[error.name] : undefined;
  if (device) return { code: device, said };
  const matched = words.find(([, pattern]) => pattern.test(said))?.[0];
  if (matched) return { code: matched, said };
  const reason = error instanceof Error && 'reason' in error && typeof error.reason === 'number' ? error.reason : -1;
  if (reason === 1 && isMixed(url)) return { code: 'insecure-address', said };
  return { code: reasons[reason] ?? 'other', said };
}

/** A page from https may open no plain WebSocket, except to this computer. */
const isMixed = (url: string) => /^ws:/.test(url) && location.protocol === 'https:' && !/^ws:\/\/(localhost|127\.|\[::1\])/.test(url);

/** LiveKit's DisconnectReason, by number. Absent: one's own leave, and what leads back into the room by itself. */
const ends: Partial<Record<number, RefusalCode>> = {
  0: 'connection-lost',
  2: 'duplicate-identity',
  3: 'server-shutdown',
  4: 'removed',
  5: 'room-deleted',
  6: 'connection-lost',
  7: 'join-failed',
  9: 'connection-lost',
  10: 'room-closed',
  14: 'timeout',
  15: 'media-blocked',
};
export const endOf = (reason: number): Refused => ({ code: ends[reason] ?? 'other', said: `DisconnectReason ${reason}` });
