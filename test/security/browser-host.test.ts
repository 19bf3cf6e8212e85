import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningConsole, startConsole } from '../setup/console';
import { type Client, rawClient } from './raw-client';

let app: RunningConsole;
let client: Client;
let setCookie: string;
let cookie: string;
const evil = 'https://evil.example';

beforeAll(async () => {
  app = await startConsole({ env: { ROOMKEEPER_PATIENCE_SECONDS: '120' } });
  client = rawClient(app.launchUrl);
  setCookie = await client.launch();
  [cookie = ''] = setCookie.split(';');
});
afterAll(() => app.stop());

const logFile = () => path.join(app.dataDir, 'Roomkeeper/logs/roomkeeper.log');
const log = () => readFileSync(logFile(), 'utf8');
const open = async () => {
  const line = await client.socket({ cookie, origin: client.origin });
  if (!(line instanceof WebSocket)) throw new Error(`no socket: ${line}`);
  return line;
};

test('the browser that was given the link gets the page, with its policy, uncached', async () => {
  const page = await client.send('/', { cookie });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<head><script src="/bridge.js"></script>');
  expect(page.headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'.*trusted-types 'none'/),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('its name is random, and its cookie is for no script, no other site and no other host', () => {
  expect(client.host).toMatch(/^roomkeeper-[0-9a-f]{16}\.localhost:\d+$/);
  expect(client.ticket).toMatch(/^[\w-]{43}$/);
  expect(setCookie).toMatch(/^__Host-roomkeeper=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

type Attack = { path?: string; headers?: Record<string, string>; method?: string };
const attacks: [string, number, () => Attack][] = [
  ['the launch link again', 410, () => ({ path: `/launch?ticket=${client.ticket}` })],
  ['a guessed ticket', 410, () => ({ path: '/launch?ticket=x' })],
  ['no ticket', 410, () => ({ path: '/launch' })],
  ['a link fetched ahead of time', 403, () => ({ path: '/launch?ticket=x', headers: { 'sec-purpose': 'prefetch;prerender' } })],
  ['a HEAD of the link, as scanners send', 405, () => ({ path: '/launch?ticket=x', method: 'HEAD' })],
  ['a launch under a rebound name', 421, () => ({ path: '/launch?ticket=x', headers: { host: `evil.example:${client.port}` } })],
  ['no cookie', 401, () => ({ headers: { cookie: '' } })],
  ['a forged cookie', 401, () => ({ headers: { cookie: `${cookie}x` } })],
  ['the address for the name', 421, () => ({ headers: { host: `127.0.0.1:${client.port}` } })],
  ['localhost for the name', 421, () => ({ headers: { host: `localhost:${client.port}` } })],
  ['a rebound name', 421, () => ({ headers: { host: `evil.example:${client.port}` } })],
  ['a foreign origin', 403, () => ({ headers: { origin: evil } })],
  ['a null origin', 403, () => ({ headers: { origin: 'null' } })],
  ['a foreign site', 403, () => ({ headers: { 'sec-fetch-site': 'cross-site' } })],
  ['another port of this machine', 403, () => ({ headers: { 'sec-fetch-site': 'same-site' } })],
  ['a simple post', 405, () => ({ path: '/ipc', headers: { 'content-type': 'text/plain' }, method: 'POST' })],
  ['the path of the socket, as a page', 404, () => ({ path: '/ipc' })],
  ['a folder', 404, () => ({ path: '/assets' })],
  ['a way out', 404, () => ({ path: '/../main/index.js' })],
  ['a way out, escaped', 404, () => ({ path: '/%2e%2e%2fmain/index.js' })],
  ['a way out, with backslashes', 404, () => ({ path: '/..%5cmain%5cindex.js' })],
  ['a NUL', 404, () => ({ path: '/index.html%00.js' })],
  ['an absolute path', 404, () => ({ path: '//etc/passwd' })],
  ['a bad escape', 404, () => ({ path: '/%E0%A4%A' })],
];
test.each(attacks)('%s is answered %i', async (_what, status, attack) => {
  const { path = '/', headers = {}, method = 'GET' } = attack();
  expect((await client.send(path, { cookie, ...headers }, method)).status).toBe(status);
});

test.each([
  ['without a cookie', 401, () => ({ origin: client.origin })],
  ['without an origin', 403, () => ({ cookie })],
  ['of a foreign origin', 403, () => ({ cookie, origin: evil })],
  ['of a foreign host', 421, () => ({ cookie, origin: client.origin, host: `evil.example:${client.port}` })],
])('a socket %s is refused: %i', async (_what, status, headers) => {
  expect(await client.socket(headers())).toBe(status);
});

test('there is one path for sockets', async () => {
  expect(await client.socket({ cookie, origin: client.origin }, '/ipc/')).toBe(404);
});

test('each refusal is a line of the log, which holds no ticket and no cookie and is for its owner alone', async () => {
  await client.send(`/launch?ticket=${client.ticket}`, { origin: evil });
  await client.send('/elsewhere?ticket=abcdefgh', { cookie: 'none=1' });
  await expect.poll(log).toMatch(/refused 403 Foreign origin GET "\/launch" host "roomkeeper-.*" origin "https:\/\/evil\.example"/);
  await expect.poll(log).toContain('refused 401 Open Roomkeeper by its launch link. GET "/elsewhere"');
  for (const secret of [client.ticket, cookie.split('=')[1], 'abcdefgh']) expect(log()).not.toContain(secret);
  expect(statSync(logFile()).mode & 0o077).toBe(0);
});

describe('a page that went wrong', () => {
  test.each([
    ['no JSON', '{'],
    ['no call', '{"id":"x"}'],
    ['nothing', ''],
  ])('that sends %s loses its socket', async (_what, text) => {
    const line = await open();
    line.send(text);
    expect((await once(line, 'close'))[0]).toBe(1003);
  });

  test('that sends nine megabytes loses its socket, one that sends a million Chinese characters does not', async () => {
    const line = await open();
    expect(await client.call(line, 'no.such.call', '会'.repeat(1_000_000))).toMatchObject({ ok: false, code: 'unknown-call' });
    line.send('x'.repeat(9 * 1024 * 1024));
    expect((await once(line, 'close'))[0]).toBe(1009);
  });

  test.each(['__proto__', 'constructor', 'toString', 'on', '', null, 1, { a: 1 }])('cannot call %j', async (name) => {
    const line = await open();
    line.send(JSON.stringify({ id: 1, name, input: {} }));
    const [data] = await once(line, 'message');
    expect(JSON.parse(String(data)).result).toMatchObject({ ok: false, code: 'unknown-call' });
    expect(log()).toContain('refused unknown call');
    line.close();
  });

  test('that makes too many calls is told so, and goes on', async () => {
    const line = await open();
    const answers: { id: number; result: { ok: boolean; code?: string } }[] = [];
    line.on('message', (data) => answers.push(JSON.parse(String(data))));
    for (let id = 0; id < 300; id += 1) line.send(JSON.stringify({ id, name: 'keychain.check', input: {} }));
    await expect.poll(() => answers.length, { timeout: 15_000 }).toBe(300);
    expect(answers.filter(({ result }) => result.code === 'too-many-calls').length).toBeGreaterThan(0);
    expect(log()).toContain('refused More than 64 calls are under way');
    expect(answers.filter(({ result }) => result.code !== 'too-many-calls').length).toBeGreaterThanOrEqual(64);
    expect(await client.call(line, 'profiles.list', {}, 1000)).toEqual({ ok: true, value: [] });
    line.close();
  });
});

test('a second page of the same browser works, and both hear of what happens', async () => {
  const [first, second] = [await open(), await open()];
  const heard = once(second, 'message');
  await client.call(first, 'preferences.change', { density: 'roomy' });
  expect(JSON.parse(String((await heard)[0]))).toMatchObject({ name: 'preferences.changed', payload: { density: 'roomy' } });
  first.close();
  second.close();
});

test('connections that never finish their headers are dropped, while an open page is served', async () => {
  const line = await open();
  const slow = Array.from({ length: 300 }, () =>
    connect(client.port, '127.0.0.1')
      .on('error', () => {})
      .resume(),
  );
  const closed = Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  for (const socket of slow) socket.write('GET / HTTP/1.1\r\nhost: ');
  expect(await client.call(line, 'profiles.list')).toEqual({ ok: true, value: [] });
  await closed;
  expect((await client.send('/', { cookie })).status).toBe(200);
  expect(log()).toContain('more than 64 connections');
  line.close();
});

test('sockets that are refused and never let go take nobody’s place', async () => {
  const held: Socket[] = [];
  // More than there are places, but one after the other: what comes all at once is dropped without an answer.
  while (held.length < 80) {
    const socket = connect({ port: client.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
    held.push(socket);
    socket.write(`GET /ipc HTTP/1.1\r\nhost: ${client.host}\r\norigin: ${evil}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`);
    const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    expect(String(answer).split('\r\n')[0]).toBe('HTTP/1.1 403 Foreign origin');
  }
  expect((await client.send('/', { cookie })).status).toBe(200);
  for (const socket of held) socket.destroy();
});
