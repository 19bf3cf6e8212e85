import { expect, test } from 'vitest';
import { refusalOfAnswer, refusalOfFailure } from '../../../../main/livekit/errors';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

test.each([
  [401, 'invalid API key: nosuchkey', 'unknown-key'],
  [401, 'invalid API key', 'unknown-key'],
  [401, `invalid token: ${jwt}, error: token signature is invalid: signature is invalid`, 'wrong-secret'],
  [401, 'invalid authorization token: go-jose/go-jose: error in cryptographic primitive', 'wrong-secret'],
  [401, `invalid token: ${jwt}, error: token has invalid claims: token is not valid yet`, 'clock-skew'],
  [401, 'validation failed, token is expired (exp)', 'clock-skew'],
  [401, '{"code":"unauthenticated","msg":"permissions denied"}', 'permission-denied'],
  [404, '404 page not found', 'wrong-path'],
  [404, '', 'wrong-path'],
  [301, 'Moved', 'wrong-path'],
  [404, '{"code":"bad_route","msg":"no handler for path"}', 'not-supported'],
  [404, '{"code":"not_found","msg":"twirp error unknown: participant does not exist"}', 'participant-absent'],
  [404, '{"code":"not_found","msg":"requested room does not exist"}', 'room-absent'],
  [404, '{"code":"not_found","msg":"egress does not exist"}', 'not-found'],
  [412, '{"code":"failed_precondition","msg":"twirp error unknown: remote unmute not enabled"}', 'remote-unmute-off'],
  [400, '{"code":"invalid_argument","msg":"metadata size exceeds limits 524288"}', 'over-limit'],
  [500, '{"code":"internal","msg":"egress not connected (redis required)"}', 'no-redis'],
  [500, '{"code":"unknown","msg":"not implemented"}', 'not-supported'],
  [503, '{"code":"unavailable","msg":"could not find any available nodes"}', 'overloaded'],
  [502, '<html><title>502 Bad Gateway</title></html>', 'unreachable'],
  [418, 'teapot', 'server-refused'],
])('%i %s is %s', (status, body, code) => {
  expect(refusalOfAnswer('RoomService/ListRooms', status, body)).toMatchObject({ code });
});

test('503 on a removal is a dead node, on a mute it may just as well be an absent participant', () => {
  const body = '{"code":"unavailable","msg":"no response from servers"}';
  expect(refusalOfAnswer('RoomService/RemoveParticipant', 503, body).code).toBe('dead-node');
  expect(refusalOfAnswer('RoomService/MutePublishedTrack', 503, body).code).toBe('nobody-answers');
});

test('503 on what a worker does is a missing worker', () => {
  const body = '{"code":"unavailable","msg":"no response from servers"}';
  for (const method of ['Egress/StartRoomCompositeEgress', 'Ingress/CreateIngress', 'SIP/CreateSIPParticipant'])
    expect(refusalOfAnswer(method, 503, body).code).toBe('no-worker');
  expect(refusalOfAnswer('Egress/StopEgress', 408, '{"code":"deadline_exceeded","msg":""}').code).toBe('no-worker');
});

test('neither answer nor message carries the token that old servers echo', () => {
  const { message, details } = refusalOfAnswer('RoomService/ListRooms', 401, `invalid token: ${jwt}, error: token signature is invalid`);
  expect(message + JSON.stringify(details)).not.toContain('eyJ');
  expect(details.answer).toMatch(/^invalid token: .*signature is invalid/);
});

const failed = (code: string) => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code }) });
test.each([
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
  ['CERT_HAS_EXPIRED', 'tls-failed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
  ['HPE_INVALID_CONSTANT', 'not-livekit'],
])('a fetch that fails with %s is %s', (cause, code) => {
  expect(refusalOfFailure('RoomService/ListRooms', failed(cause))).toMatchObject({ code, details: { answer: cause } });
});

test.each([
  ['http://h.example/rtc', 'https://h.example/rtc', 'wants-tls'],
  ['http://h.example:7880/rtc', 'https://h.example/rtc', 'wants-tls'],
  ['http://h.example/rtc', 'https://other.example/rtc', 'wrong-path'],
  ['https://h.example/rtc', 'https://h.example/livekit/rtc', 'wrong-path'],
  ['http://h.example/rtc', '/login', 'wrong-path'],
  ['http://h.example/rtc', 'http://[', 'wrong-path'],
])('a redirect of %s to %s is %s, and says where to', (from, to, code) => {
  expect(refusalOfAnswer('RoomService/ListRooms', 301, '<html>Moved', { from, to })).toMatchObject({ code, details: { answer: to } });
});
