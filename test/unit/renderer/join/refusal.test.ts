import { expect, test } from 'vitest';
import { endOf, refusalOf } from '../../../../renderer/join/refusal';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJ2aWRlbyI6e319.c2lnbmF0dXJl';
const said = (words: string) => new Error(`could not establish signal connection: ${words}`);
const named = (name: string) => Object.assign(new Error('x'), { name });
const reasoned = (reason: number) => Object.assign(said('Failed to fetch'), { reason });

// As livekit-client 2.23 words what livekit-server 1.13.5 answered, and as older servers say the same.
test.each([
  ['expired', said(`invalid token: ${jwt}, error: token has invalid claims: token is expired`)],
  ['expired', said('invalid token, error: validation failed, token is expired (exp)')],
  ['not-yet-valid', said(`invalid token: ${jwt}, error: token has invalid claims: token is not valid yet`)],
  ['wrong-secret', said(`invalid token: ${jwt}, error: token signature is invalid: signature is invalid`)],
  ['wrong-secret', said('error in cryptographic primitive')],
  ['unknown-key', said('invalid API key: nosuchkey')],
  ['claims-malformed', said(`invalid token: ${jwt}, error: token is malformed: could not JSON decode claim: json: cannot unmarshal`)],
  ['not-a-token', said('invalid authorization token')],
  ['no-grants', said('no permissions to access the room')],
  ['no-join', said('permissions denied')],
  ['room-absent', said('requested room does not exist')],
  ['media-blocked', new Error('could not establish pc connection')],
  ['may-not-publish', new Error('failed to publish track, insufficient permissions')],
  ['may-not-update', new Error('does not have permission to update own metadata')],
  ['unreachable', reasoned(1)],
  ['handshake-refused', Object.assign(said('Encountered websocket error during connection establishment'), { reason: 6 })],
  ['device-blocked', named('NotAllowedError')],
  ['device-missing', named('NotFoundError')],
  ['device-busy', named('NotReadableError')],
  ['other', 'what nobody foresaw'],
])('%s is told from what was said', (code, error) => {
  const refused = refusalOf(error, 'ws://server.example');
  expect(refused.code).toBe(code);
  expect(refused.said).not.toContain('eyJ');
});

test.each([
  [2, 'duplicate-identity'],
  [3, 'server-shutdown'],
  [4, 'removed'],
  [5, 'room-deleted'],
  [10, 'room-closed'],
  [0, 'connection-lost'],
  [99, 'other'],
])('the end with reason %i is %s', (reason, code) => {
  expect(endOf(reason).code).toBe(code);
});

test('a token that was cut off is taken out too', () => {
  expect(refusalOf(new Error(`invalid token: ${jwt.slice(0, 30)}`)).said).toBe('invalid token: [token]');
});
