import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dispose } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient, WebhookReceiver } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createAudit } from '../../main/audit/audit';
import { calls } from '../../main/contract';
import { webhookEvents } from '../../main/contract/webhooks';
import { createWebhooks, type WebhookCalls } from '../../main/webhooks/webhooks';
import { newSettings } from '../setup/console-settings';
import { type RunningServer, startLiveKitServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { freePort } from '../setup/ports';
import { testProfile } from '../setup/test-profile';
import { startWebhookTarget } from '../setup/webhook-target';
import { sign } from '../unit/main/webhooks/signed';
import { caller } from './caller';

const keys = { apiKey: 'APIwebhooks', apiSecret: 'the secret of the server that sends webhooks' };
const port = await freePort();
const url = `http://127.0.0.1:${port}/livekit/webhook`;
const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-webhooks-'));
const { settings, emit } = newSettings();
const { audit, handlers: auditCalls } = createAudit(settings, emit, path.join(directory, 'audit.jsonl'));
let server: RunningServer;
let admin: RoomServiceClient;

const profile = () => testProfile({ ...keys, url: server.url }, { name: 'Harbor' });
/** A console's webhooks on the same data as the one before: a restart. */
const open = () =>
  createWebhooks(
    settings,
    {
      get: () => profile(),
      withCredentials: (_, use) => use({ serverUrl: server.url, ...keys }),
    },
    audit,
    emit,
    path.join(directory, 'webhooks.jsonl'),
  );
let webhooks: ReturnType<typeof open>;
const call: ReturnType<typeof caller<WebhookCalls>> = (name, input) => caller<WebhookCalls>(webhooks.handlers, profile().id)(name, input);
const start = () => call('webhooks.start', { address: '127.0.0.1', port, path: '/livekit/webhook' });
/** What has come, the oldest first. */
const came = async (text: string) => (await call('webhooks.list', { text, limit: 500 })).deliveries.toReversed();
const eventsOf = async (room: string) =>
  (await came(room)).map(({ event, about }) => (event.startsWith('participant_') ? `${event} ${about}` : event));

beforeAll(async () => {
  server = await startLiveKitServer(`webhook: {api_key: ${keys.apiKey}, urls: ["${url}"]}\nroom: {departure_timeout: 1}`, keys);
  admin = new RoomServiceClient(server.url.replace('ws', 'http'), keys.apiKey, keys.apiSecret);
  settings.set('profiles', [profile()]);
  webhooks = open();
});
afterEach(async () => {
  vi.useRealTimers();
  await webhooks.close();
  webhooks = open();
});
afterAll(async () => {
  await webhooks.close();
  await dispose();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const enters = async (room: string, identity: string) => {
  const token = new AccessToken(keys.apiKey, keys.apiSecret, { identity, ttl: 600 });
  token.addGrant({ roomJoin: true, room });
  return join(server.url, await token.toJwt());
};

test('a server’s own deliveries for create, join, publish, leave and finish arrive and verify', async () => {
  await start();
  await admin.createRoom({ name: 'clinic', departureTimeout: 1 });
  const ada = await enters('clinic', 'ada');
  await ada.publishMicrophone();
  await expect.poll(() => eventsOf('clinic')).toContain('track_published');
  await ada.leave();
  await expect.poll(() => eventsOf('clinic'), { timeout: 30_000 }).toContain('room_finished');
  expect(await eventsOf('clinic')).toEqual([
    'room_started',
    'participant_joined ada',
    'track_published',
    'track_unpublished',
    'participant_left ada',
    'room_finished',
  ]);
  const [first, ...others] = await came('clinic');
  expect(others.every(({ reason, profile }) => reason === null && profile?.name === 'Harbor')).toBe(true);
  const details = await call('webhooks.show', { no: first?.no ?? 0 });
  expect(details).toMatchObject({ tries: 1, hash: 'matches', answered: { status: 200 }, from: '127.0.0.1' });
  expect(JSON.parse(details.body)).toMatchObject({ event: 'room_started', room: { name: 'clinic', turnPassword: '[hidden]' } });
});

test('no event is lost when the console restarts in between: the server tries again, and the receiver is back by itself', async () => {
  await start();
  await webhooks.close();
  await admin.createRoom({ name: 'while-away' });
  await admin.deleteRoom('while-away');
  webhooks = open();
  expect(settings.get('webhooks')).toMatchObject({ on: true, port });
  await expect.poll(() => eventsOf('while-away'), { timeout: 30_000 }).toEqual(['room_started', 'room_finished']);
  await webhooks.close();
  webhooks = open();
  expect(await eventsOf('while-away')).toEqual(['room_started', 'room_finished']);
});

const body = JSON.stringify({ event: 'room_started', room: { name: 'by-hand' }, id: 'EV_byhand', createdAt: '1795531318' });
/** Each on a connection of its own: one of the receiver before would be closed already. */
const post = (given: string, headers: Record<string, string>) =>
  fetch(url, { method: 'POST', body: given, headers: { 'content-type': 'application/webhook+json', connection: 'close', ...headers } });
const lastReason = async () => (await came('')).at(-1)?.reason;

test('tampered, foreign, unsigned and oversized deliveries are refused, with the reason', async () => {
  await start();
  const authorization = await sign(body, keys);
  expect((await post(body.replace('by-hand', 'elsewhere'), { authorization })).status).toBe(401);
  expect(await lastReason()).toBe('body-changed');
  expect((await post(body, { authorization: await sign(body, { ...keys, apiKey: 'APIforeign' }) })).status).toBe(401);
  expect(await lastReason()).toBe('unknown-key');
  expect((await post(body, {})).status).toBe(401);
  expect(await lastReason()).toBe('missing-header');
  expect((await post(body, { authorization, 'content-type': 'application/json' })).status).toBe(415);
  expect(await lastReason()).toBe('wrong-type');
  expect(await chunked('x'.repeat(5 * 1024 * 1024), authorization)).toBe(413);
  expect(await lastReason()).toBe('too-large');
});

/** Without a length that would give it away. */
const chunked = (text: string, authorization: string) =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/webhook+json', 'transfer-encoding': 'chunked', authorization };
    const sent = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject);
    sent.end(text);
  });

test('a delivery tried again is taken once; a copy sent a minute later is refused', async () => {
  await start();
  const own = body.replace('EV_byhand', 'EV_twice');
  const authorization = await sign(own, keys);
  expect(await Promise.all([1, 2, 3].map(async () => (await post(own, { authorization })).status))).toEqual([200, 200, 200]);
  expect((await came('EV_twice')).map(({ tries, reason }) => [tries, reason])).toEqual([[3, null]]);
  vi.useFakeTimers({ now: Date.now() + 90_000, toFake: ['Date'] });
  expect((await post(own, { authorization })).status).toBe(409);
  expect((await came('EV_twice')).map(({ reason }) => reason)).toEqual([null, 'replayed']);
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] });
  expect((await post(own, { authorization })).status).toBe(409);
  expect(await lastReason()).toBe('replayed');
});

test('nothing but a POST to its path is received, and none from a page in a browser', async () => {
  await start();
  const before = (await call('webhooks.list', {})).total;
  expect((await fetch(url)).status).toBe(405);
  expect((await fetch(url.replace('webhook', 'other'), { method: 'POST' })).status).toBe(404);
  expect((await post(body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await call('webhooks.list', {})).total).toBe(before);
});

test('another address is taken only after the warning, and a port that another program has is named', async () => {
  await call('webhooks.stop', {});
  await expect(call('webhooks.start', { address: '0.0.0.0', port, path: '/' })).rejects.toMatchObject({ code: 'outside-loopback' });
  const taken = Number(new URL(server.url).port);
  await expect(call('webhooks.start', { address: '127.0.0.1', port: taken, path: '/' })).rejects.toMatchObject({
    code: 'port-taken',
    details: { issues: [{ path: 'port', code: 'taken' }] },
  });
  expect(await call('webhooks.status', {})).toMatchObject({ state: 'off' });
});

test('events are passed on with body and signature unchanged, and replayed so for as long as the signature holds', async () => {
  await start();
  const other = await startWebhookTarget({ status: 204, text: '' });
  await call('webhooks.forward', { url: other.url });
  await admin.createRoom({ name: 'passed-on' });
  await expect.poll(async () => (await came('passed-on'))[0]?.forwarded).toBe('done');
  await call('webhooks.forward', { url: '' });
  const receiver = new WebhookReceiver(keys.apiKey, keys.apiSecret);
  const [passed] = other.got;
  expect(await receiver.receive(passed?.body ?? '', passed?.authorization)).toMatchObject({ event: 'room_started' });
  expect(passed?.body).toContain('turnPassword');

  const [{ no } = { no: 0 }] = await came('passed-on');
  expect(await call('webhooks.show', { no })).toMatchObject({ replay: 'original', forward: { status: 204 } });
  expect(await call('webhooks.replay', { no, url: other.url })).toMatchObject({ status: 204, signature: 'original' });
  expect(other.got[1]).toEqual(passed);

  vi.useFakeTimers({ now: Date.now() + 400_000, toFake: ['Date'] });
  expect(await call('webhooks.replay', { no, url: other.url })).toMatchObject({ status: 204, signature: 'new' });
  const anew = other.got[2];
  expect(await receiver.receive(anew?.body ?? '', anew?.authorization)).toMatchObject({ event: 'room_started' });
  other.close();
});

test('what was not verified is never signed anew', async () => {
  await start();
  await post(body, {});
  const no = (await came('')).at(-1)?.no ?? 0;
  await webhooks.close();
  webhooks = open();
  expect(await call('webhooks.show', { no })).toMatchObject({ replay: 'none' });
  await expect(call('webhooks.replay', { no, url })).rejects.toMatchObject({ code: 'not-found' });
});

test('a test event of every kind is signed as LiveKit signs, arrives, verifies, and is in the audit log', async () => {
  await start();
  for (const event of webhookEvents) {
    expect(await call('webhooks.sendTest', { event, room: 'invented', url })).toMatchObject({ status: 200, answer: 'ok' });
  }
  expect((await came('invented')).map(({ event, reason }) => [event, reason])).toEqual(webhookEvents.map((event) => [event, null]));
  const { entries } = await auditCalls['audit.list'](calls['audit.list'].input.parse({ limit: 1 }));
  expect(entries[0]).toMatchObject({ action: 'webhooks.sendTest', outcome: 'done', targets: [url], details: { event: 'agent_job_ended' } });
});

test('the answer to a test event is shown, also where there is none, and outside this computer it goes only after the warning', async () => {
  const other = await startWebhookTarget({ status: 500, text: 'no such table' });
  const sent = { event: 'room_started' as const, room: 'invented' };
  expect(await call('webhooks.sendTest', { ...sent, url: other.url })).toMatchObject({ status: 500, answer: 'no such table' });
  other.close();
  expect(await call('webhooks.sendTest', { ...sent, url: other.url })).toMatchObject({ status: null, answer: 'ECONNREFUSED' });
  await expect(call('webhooks.sendTest', { ...sent, url: 'http://192.0.2.1/' })).rejects.toMatchObject({ code: 'outside-loopback' });
});
