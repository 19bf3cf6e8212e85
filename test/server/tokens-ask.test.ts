import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { askReasons } from '../../main/contract/tokens';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import { type ReverseProxy, startReverseProxy } from '../setup/reverse-proxy';
import { openTokenDesk } from './token-desk';

const server = testServer();
const desk = openTokenDesk(server);
const now = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What no SDK would sign: the server is asked about each of it. */
function sign(claims: object, { secret = server.apiSecret, alg = 'HS256' } = {}): string {
  const unsigned = `${part({ alg })}.${part(claims)}`;
  const signature = createHmac(alg.replace('HS', 'sha'), secret).update(unsigned).digest('base64url');
  return `${unsigned}.${signature}`;
}
const video = { roomJoin: true, room: 'asked-about' };
const good = () => ({ iss: server.apiKey, sub: 'ada', nbf: now(), exp: now() + 600, video });
const sources = { roomJoin: true, room: 'asked-about', canPublishSources: ['bogus'] };

test.each<[string, () => string, (typeof askReasons)[number], number, RegExp]>([
  ['a good one', () => sign(good()), 'admitted', 200, /^success$/],
  ['within the leeway of 60 s', () => sign({ ...good(), nbf: now() + 50, exp: now() - 50 }), 'admitted', 200, /^success$/],
  ['of an unknown key', () => sign({ ...good(), iss: 'APInobody' }), 'unknown-key', 401, /^invalid API key: APInobody$/],
  ['expired', () => sign({ ...good(), exp: now() - 62 }), 'expired', 401, /token is expired$/],
  ['not yet valid', () => sign({ ...good(), nbf: now() + 65 }), 'not-yet-valid', 401, /token is not valid yet$/],
  ['signed with another secret', () => sign(good(), { secret: 'x'.repeat(40) }), 'wrong-secret', 401, /signature is invalid$/],
  ['signed with HS512', () => sign(good(), { alg: 'HS512' }), 'wrong-algorithm', 401, /signing method HS512 is invalid$/],
  ['of garbage', () => 'nonsense', 'not-a-token', 401, /^invalid authorization token$/],
  ['of three garbage parts', () => 'abc.def.ghi', 'not-a-token', 401, /^invalid authorization token$/],
  ['without grants', () => sign({ ...good(), video: undefined }), 'no-grants', 401, /^no permissions to access the room$/],
  ['that joins nothing', () => sign({ ...good(), video: { room: 'x' } }), 'no-join', 401, /^permissions denied$/],
  ['with roomJoin as text', () => sign({ ...good(), video: { roomJoin: 'true' } }), 'claims-malformed', 401, /cannot unmarshal string/],
  ['with a number as attribute', () => sign({ ...good(), attributes: { age: 5 } }), 'claims-malformed', 401, /cannot unmarshal number/],
  [
    'with room settings of a wrong type',
    () => sign({ ...good(), roomConfig: { maxParticipants: 'x' } }),
    'claims-malformed',
    401,
    /invalid value/,
  ],
  ['without identity', () => sign({ ...good(), sub: undefined }), 'no-identity', 400, /^identity cannot be empty$/],
  ['with a long identity', () => sign({ ...good(), sub: 'i'.repeat(257) }), 'identity-too-long', 400, /max length 256$/],
  ['without room', () => sign({ ...good(), video: { roomJoin: true, roomName: 'x' } }), 'no-room', 400, /^no room name$/],
  ['with a long room', () => sign({ ...good(), video: { ...video, room: '好'.repeat(86) } }), 'room-too-long', 400, /max length 256$/],
  ['of 1.2 MB', () => sign({ ...good(), metadata: 'm'.repeat(900_000) }), 'token-too-big', 431, /Request Header Fields Too Large/],
  ['without end, which this server lets live for ever', () => sign({ ...good(), exp: undefined }), 'admitted', 200, /^success$/],
  ['with sources that are none', () => sign({ ...good(), video: sources }), 'admitted', 200, /^success$/],
])('a token %s: the server’s words and what they mean', async (_, make, reason, status, words) => {
  const jwt = make();
  const answer = await desk.ask(jwt);
  expect(answer).toMatchObject({ reason, status, admitted: reason === 'admitted' });
  expect(answer.answer).toMatch(words);
  expect(JSON.stringify(answer)).not.toContain(jwt);
  expect(JSON.stringify(answer)).not.toMatch(/eyJ/);
});

let closed: RunningServer;
let proxy: ReverseProxy;
beforeAll(async () => {
  closed = await startLiveKitServer('room: {auto_create: false}');
  proxy = await startReverseProxy(server.url, { prefix: '/media/livekit' });
});
afterAll(() => Promise.all([closed.stop(), proxy.close()]));

test('a server that creates no rooms says that the room is absent, unless the token may create it', async () => {
  const there = openTokenDesk(closed);
  const asked = { identity: 'ada', room: 'nowhere', ttlSeconds: 600, reason: 'test' };
  const joins = await there.issue({ ...asked, grants: { roomJoin: true } });
  expect(await there.ask(joins.jwt)).toMatchObject({ reason: 'room-absent', status: 404 });
  const creates = await there.issue({ ...asked, grants: { roomJoin: true, roomCreate: true } });
  expect(await there.ask(creates.jwt)).toMatchObject({ reason: 'admitted' });
});

test('asks below a path prefix, and knows a wrong one', async () => {
  const { jwt } = await desk.issueByPreset('guest', { identity: 'ada', room: 'asked-about' });
  expect(await openTokenDesk({ ...server, url: proxy.url }).ask(jwt)).toMatchObject({ reason: 'admitted' });
  const wrong = openTokenDesk({ ...server, url: proxy.url.replace('/media', '/medium') });
  expect(await wrong.ask(jwt)).toMatchObject({ reason: 'wrong-path', status: 404 });
});

test('a server that is not there is a failure, not an answer', async () => {
  const { jwt } = await desk.issueByPreset('guest', { identity: 'ada', room: 'asked-about' });
  await expect(openTokenDesk({ ...server, url: 'ws://127.0.0.1:9' }).ask(jwt)).rejects.toMatchObject({ code: 'unreachable' });
});

test('asking joins nobody and creates no room', async () => {
  const { jwt } = await desk.issueByPreset('guest', { identity: 'ada', room: 'only-asked-about' });
  await desk.ask(jwt);
  expect(await desk.calls['tokens.rooms']({ id: desk.profileId })).not.toContainEqual(
    expect.objectContaining({ name: 'only-asked-about' }),
  );
});
