import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TokenSource } from 'livekit-client';
import { TokenVerifier } from 'livekit-server-sdk';
import { beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../main/contract/result';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { ask, openEndpoint } from './endpoint-desk';

const server = testServer();
const desk = openEndpoint(server);
const verifier = new TokenVerifier(server.apiKey, server.apiSecret);
const fast = { perMinute: 10_000 };
let url = '';

beforeAll(async () => {
  url = (await desk.start()).url;
});

test('a client saved with only a name gets Guest tokens of any room for an hour, by the guide’s request', async () => {
  const { key, ...client } = await desk.newClient({}, 'web');
  expect(client).toMatchObject({ presetId: 'guest', rooms: [], longestLifetimeSeconds: 3_600 });
  for (const body of [
    { user_id: 'anna', room: 'clinic-1' },
    { userId: 'anna', room: 'clinic-1' },
  ]) {
    const { status, body: answer } = await ask(url, key, body);
    expect({ status, keys: Object.keys(answer), url: answer.url }).toEqual({ status: 200, keys: ['token', 'url'], url: server.url });
    const claims = await verifier.verify(answer.token);
    expect(claims).toMatchObject({ sub: 'anna', video: { room: 'clinic-1', roomJoin: true, canPublish: false, canSubscribe: true } });
    expect(Number(claims.exp) - Number(claims.nbf)).toBe(3_600);
  }
});

test('livekit-client’s TokenSource.endpoint gets a token that joins the server', async () => {
  const { key } = await desk.newClient({ presetId: 'publisher' });
  const source = TokenSource.endpoint(url, { headers: { authorization: `Bearer ${key}` } });
  const { serverUrl, participantToken } = await source.fetch({
    roomName: 'endpoint-room',
    participantIdentity: 'ben',
    participantName: 'Ben',
    participantMetadata: '{"desk":7}',
    participantAttributes: { role: 'agent' },
    agentName: 'helper',
    agentMetadata: 'first',
  });
  const claims = await verifier.verify(participantToken);
  expect(claims).toMatchObject({ name: 'Ben', metadata: '{"desk":7}', attributes: { role: 'agent' } });
  expect(claims.roomConfig?.agents).toMatchObject([{ agentName: 'helper', metadata: 'first' }]);
  const ben = await join(serverUrl, participantToken);
  expect(ben.room.localParticipant).toMatchObject({ identity: 'ben', name: 'Ben' });
  await ben.leave();
});

test('LiveKit’s request may leave room and identity out, and is answered 201 in LiveKit’s words', async () => {
  const { key } = await desk.newClient();
  const { status, body } = await ask(url, key, { participant_name: 'Someone' });
  expect(status).toBe(201);
  expect(Object.keys(body)).toEqual(['server_url', 'participant_token']);
  const claims = await verifier.verify(body.participant_token);
  expect(claims.sub).toMatch(/^user-[0-9a-f]{12}$/);
  expect(claims.video?.room).toMatch(/^room-[0-9a-f]{12}$/);
});

test('livekit-client may ask for nothing at all, and for a deployment of an agent', async () => {
  const { key } = await desk.newClient({ rooms: ['lobby'] });
  const source = TokenSource.endpoint(url, { headers: { authorization: `Bearer ${key}` } });
  const { participantToken } = await source.fetch({});
  expect(await verifier.verify(participantToken)).toMatchObject({
    sub: expect.stringMatching(/^user-[0-9a-f]{12}$/),
    video: { room: 'lobby' },
  });
  const staged = await source.fetch({ agentName: 'helper', deployment: 'staging' });
  expect((await verifier.verify(staged.participantToken)).roomConfig?.agents).toMatchObject([
    { agentName: 'helper', deployment: 'staging' },
  ]);
});

test('where a client has patterns of rooms, one that asks for nothing is told that the room is missing', async () => {
  const { key } = await desk.newClient({ rooms: ['clinic-*'] });
  expect(await ask(url, key, {})).toMatchObject({ status: 400, body: { error: 'bad-field', field: 'room_name' } });
});

test('rooms, identity and lifetime are the client’s to a hair', async () => {
  const ward = await desk.newClient({
    rooms: ['clinic-*', 'lobby'],
    identityRule: 'prefixed',
    identity: 'web-',
    longestLifetimeSeconds: 900,
  });
  const { body } = await ask(url, ward.key, { user_id: 'anna', room: 'clinic-7' });
  const claims = await verifier.verify(body.token);
  expect(claims.sub).toBe('web-anna');
  expect(Number(claims.exp) - Number(claims.nbf)).toBe(900);
  for (const room of ['Clinic-7', 'clinic', 'lobby-2']) {
    expect(await ask(url, ward.key, { user_id: 'anna', room })).toMatchObject({
      status: 403,
      body: { error: 'room-not-allowed', field: 'room' },
    });
  }
  const kiosk = await desk.newClient({ identityRule: 'fixed', identity: 'kiosk-1', rooms: ['lobby'] });
  expect(await ask(url, kiosk.key, { user_id: 'other', room: 'lobby' })).toMatchObject({
    status: 403,
    body: { error: 'identity-not-allowed', field: 'user_id' },
  });
  const { body: own } = await ask(url, kiosk.key, { participant_name: 'Kiosk' });
  expect(await verifier.verify(own.participant_token)).toMatchObject({ sub: 'kiosk-1', video: { room: 'lobby' } });
});

test.each([
  ['no user', { room: 'a' }, 'user_id'],
  ['an empty user', { user_id: '', room: 'a' }, 'user_id'],
  ['no room', { user_id: 'a' }, 'room'],
  ['a number for a name', { userId: 7, room: 'a' }, 'userId'],
  ['a field too many', { user_id: 'a', room: 'a', admin: true }, 'admin'],
  ['an identity of more than 256 bytes', { user_id: 'ж'.repeat(200), room: 'a' }, 'user_id'],
  ['both requests in one', { user_id: 'a', room_name: 'a' }, 'user_id'],
  ['a room that records itself', { room_name: 'a', room_config: { egress: {} } }, 'room_config.egress'],
  ['a room of a preset of the server', { room_name: 'a', room_config: { name: 'p' } }, 'room_config.name'],
])('%s is answered 400 with the field at fault', async (_, body, field) => {
  const { key } = await desk.newClient();
  expect(await ask(url, key, body)).toMatchObject({ status: 400, body: { error: 'bad-field', field } });
});

test('what is not a request is told so: 400, 401, 404, 405, 413, 415', async () => {
  const { key } = await desk.newClient(fast);
  const good = { user_id: 'a', room: 'a' };
  expect(await ask(url, key, '{"user_id":')).toMatchObject({ status: 400, body: { error: 'not-json' } });
  expect(await ask(url, key, '[1]')).toMatchObject({ status: 400, body: { error: 'bad-field' } });
  expect((await ask(url, key, good, { headers: { authorization: '' } })).headers.get('www-authenticate')).toBe('Bearer');
  expect(await ask(url, `${key.slice(0, -1)}~`, good)).toMatchObject({ status: 401, body: { error: 'unknown-key' } });
  expect(await ask(url, key, good, { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 });
  expect(await ask(url, key, JSON.stringify({ ...good, pad: 'x'.repeat(70_000) }))).toMatchObject({ status: 413 });
  expect(await ask(new URL('/token', url).href, key, good)).toMatchObject({ status: 404 });
  const { status, headers } = await ask(url, key, good, { method: 'PUT' });
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
});

test('a client that asks too often is told when it may ask again, and a revoked one nothing', async () => {
  const { key, id } = await desk.newClient({ perMinute: 2 });
  const asked = [];
  for (let count = 0; count < 3; count += 1) asked.push(await ask(url, key, { user_id: 'a', room: 'a' }));
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(asked[2]?.headers.get('retry-after'))).toBeGreaterThan(20);
  await desk.call('endpoint.revokeClient', { id });
  expect((await ask(url, key, { user_id: 'a', room: 'a' })).status).toBe(401);
});

test('each token is written down with its client, never as itself, however many ask at once', async () => {
  const { key, name } = await desk.newClient(fast);
  const room = `crowd-${randomUUID()}`;
  const users = Array.from({ length: 40 }, (_, number) => `user-${number}`);
  const answers = await Promise.all(users.map((user) => ask(url, key, { user_id: user, room })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const { entries } = await desk.call('audit.list', { text: room });
  expect(entries.map(({ targets }) => targets[0]).toSorted()).toEqual(users.toSorted());
  expect(entries[0]).toMatchObject({ action: 'tokens.issue', actor: 'endpoint', operator: name, outcome: 'done', room });
  expect((await desk.call('audit.verify', {})).breaks).toEqual([]);
  const file = readFileSync(desk.auditFile, 'utf8');
  for (const { body } of answers) expect(file).not.toContain(body.token);
  expect(file).not.toContain(key);
});

test('a keychain that does not give its secret is a 503 to the program and a reason to the operator', async () => {
  const { key } = await desk.newClient();
  desk.keychain.before = () => Promise.reject(new Refusal('keychain-locked', 'locked'));
  const { status, headers } = await ask(url, key, { user_id: 'a', room: 'a' });
  desk.keychain.before = async () => {};
  expect({ status, wait: headers.get('retry-after') }).toEqual({ status: 503, wait: '10' });
  expect((await desk.call('endpoint.answers', {})).answers[0]).toMatchObject({ code: 'unavailable', detail: 'keychain-locked' });
});

test('the policy of the server holds for the endpoint as it does for the desk', async () => {
  const strict = openEndpoint(server, { safety: 'read-only' });
  const { url: strictUrl } = await strict.start();
  const { key } = await strict.newClient({ presetId: 'moderator' });
  expect(await ask(strictUrl, key, { user_id: 'a', room: 'a' })).toMatchObject({ status: 403, body: { error: 'preset-not-allowed' } });
  await expect(strict.newClient({ presetId: 'ingress-manager' })).rejects.toMatchObject({
    details: { issues: [{ path: 'presetId', code: 'not-allowed' }] },
  });
});

test('a port that is taken, and an address that others reach, are said at the start', async () => {
  const other = openEndpoint(server);
  const port = Number(new URL(url).port);
  await expect(other.start({ port })).rejects.toMatchObject({ code: 'port-taken', details: { issues: [{ path: 'port', code: 'taken' }] } });
  await expect(other.start({ address: '0.0.0.0' })).rejects.toMatchObject({ code: 'not-confirmed' });
  expect((await other.call('endpoint.status', {})).state).toBe('off');
});

test('refusals flood neither the audit log nor the list', async () => {
  for (let count = 0; count < 20; count += 1) await ask(url, 'rk_nobody', {});
  const { entries } = await desk.call('audit.list', { text: 'unknown-key' });
  expect(entries).toHaveLength(1);
  const { answers, refused } = await desk.call('endpoint.answers', {});
  expect(refused).toBeGreaterThanOrEqual(20);
  expect(answers[0]).toMatchObject({ client: '', status: 401, code: 'unknown-key' });
});

test('what stops is gone at once, and starts again where it was', async () => {
  const again = openEndpoint(server);
  const first = await again.start();
  await again.call('endpoint.stop', {});
  await expect(fetch(first.url)).rejects.toThrow();
  const port = Number(new URL(first.url).port);
  expect((await again.start({ port })).url).toBe(first.url);
});
