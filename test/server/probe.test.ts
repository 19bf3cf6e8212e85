import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, expect, test } from 'vitest';
import { calls } from '../../main/contract';
import { Refusal } from '../../main/contract/result';
import { hostingOf, probe, probeWithoutSecret } from '../../main/profiles/probe';
import { createProfiles } from '../../main/profiles/profiles';
import { newSettings } from '../setup/console-settings';
import { testServer } from '../setup/livekit-server';
import { onPath } from '../setup/programs';
import { startReverseProxy } from '../setup/reverse-proxy';

const { url, apiKey, apiSecret } = testServer();
const nobody = () => null;
type How = Parameters<typeof probe>[2];
const ask = (change: Partial<Parameters<typeof probe>[0]> = {}, others: Parameters<typeof probe>[1] = nobody, how: How = 'watched') =>
  probe({ serverUrl: url, apiKey, apiSecret, ...change }, others, how);

const claimsOf = (authorization: string): { nbf?: number; exp?: number } =>
  JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString() || '{}');

const servers: (Server | SecureServer)[] = [];
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});
const serve = (listener: RequestListener) => listening(createServer(listener));
async function listening(server: Server | SecureServer): Promise<string> {
  server.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address !== 'string' ? `ws://127.0.0.1:${address.port}` : '';
}

test('a right key and secret: every step is passed, and what has no Redis is told', async () => {
  const report = await ask();
  expect(report).toMatchObject({ verdict: 'ok', isLiveKit: true, knowsKey: true, secretRight: true, hosting: 'self-hosted', answer: null });
  expect(report.apis).toEqual({ rooms: 'answers', egress: 'no-redis', ingress: 'no-redis', sip: 'no-redis' });
  expect(report.rooms).toBeNull();
  expect(Math.abs(report.clockAheadMs ?? Number.NaN)).toBeLessThan(2_000);
});

test('rooms are counted for a test that was asked for; while one types, a server is asked for no more than the key', async () => {
  const rooms = new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret);
  await rooms.createRoom({ name: 'probe-counts' });
  const report = await ask({}, nobody, 'asked');
  expect(report.rooms).toBeGreaterThan(0);
  expect(report.apis).toMatchObject({ rooms: 'answers' });
  expect(await ask({}, nobody, 'typed')).toMatchObject({ verdict: 'ok', secretRight: true, rooms: null, apis: null });
  await rooms.deleteRoom('probe-counts');
});

test('what is asked each minute is of one size, however many rooms there are', async () => {
  const asked: string[] = [];
  const proxy = await startReverseProxy(url, { seen: (path, body) => asked.push(`${path} ${body}`) });
  await ask({ serverUrl: proxy.url });
  await proxy.close();
  const lists = asked.filter((request) => request.includes('/twirp/'));
  expect(lists).toHaveLength(4);
  expect(lists.filter((request) => !request.includes('roomkeeper-probe'))).toEqual([]);
});

test('a half-typed address gets no token unless what is there looks like LiveKit', async () => {
  const authorized: string[] = [];
  const serverUrl = await serve((request, response) => {
    if (request.headers.authorization) authorized.push(String(request.url));
    response.end('hello');
  });
  expect(await ask({ serverUrl }, nobody, 'typed')).toMatchObject({ verdict: 'not-livekit' });
  expect(authorized).toEqual([]);
});

test('the token of a check holds for a minute', async () => {
  const lifetimes: number[] = [];
  const proxy = await startReverseProxy(url, {
    seen: (_path, _body, authorization) => {
      const { nbf = 0, exp = 0 } = claimsOf(authorization);
      if (exp) lifetimes.push(exp - nbf);
    },
  });
  await ask({ serverUrl: proxy.url }, nobody, 'typed');
  await proxy.close();
  expect(lifetimes).toEqual([60]);
});

test('a LiveKit server with other words than those known is recognised by a signed call, and so is what is wrong with it', async () => {
  const target = url.replace('ws', 'http');
  const serverUrl = await serve(async (request, response) => {
    if (request.url === '/rtc/validate') return void response.writeHead(401).end('kein Zutritt');
    let body = '';
    for await (const chunk of request) body += chunk;
    const { authorization = '' } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body }),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  expect(await ask({ serverUrl })).toMatchObject({
    verdict: 'ok',
    isLiveKit: true,
    secretRight: true,
    hosting: 'self-hosted',
    answer: null,
  });
  expect(await ask({ serverUrl, apiKey: 'APInobody' })).toMatchObject({ verdict: 'unknown-key', isLiveKit: true, knowsKey: false });
  expect(await ask({ serverUrl }, nobody, 'typed')).toMatchObject({ verdict: 'not-livekit' });
});

test('a body without end is read no further than it is shown', async () => {
  let isCut: (() => void) | undefined;
  const cut = new Promise<void>((resolve) => {
    isCut = resolve;
  });
  const serverUrl = await serve((_request, response) => {
    response.once('close', () => isCut?.());
    const more = () => response.write('x'.repeat(4_096), (error) => error || setImmediate(more));
    more();
  });
  expect(await ask({ serverUrl }, nobody, 'typed')).toMatchObject({ verdict: 'not-livekit' });
  await cut;
});

test('a wrong secret is told from an unknown key, and neither looks like an empty server', async () => {
  const wrong = await ask({ apiSecret: 'not-the-secret-of-this-server-at-all' });
  expect(wrong).toMatchObject({ verdict: 'wrong-secret', knowsKey: true, secretRight: false, rooms: null, answer: { status: 401 } });
  expect(wrong.answer?.text).not.toContain('eyJ');
  expect(await ask({ apiKey: 'APInobody' })).toMatchObject({ verdict: 'unknown-key', knowsKey: false, secretRight: null, rooms: null });
});

test('a key of another saved server says whose it is', async () => {
  const others = ({ apiKey: given }: { apiKey: string }) => (given === 'APIelsewhere' ? 'Harbor staging' : null);
  expect(await ask({ apiKey: 'APIelsewhere' }, others)).toMatchObject({ verdict: 'wrong-project', otherProfile: 'Harbor staging' });
});

/** A console with one server kept for the session. */
async function withServer(given: { serverUrl: string; apiKey: string }) {
  const { settings, emit } = newSettings();
  const { handlers } = createProfiles(settings, emit);
  const create = (name: string, one: typeof given) =>
    handlers['profiles.create'](calls['profiles.create'].input.parse({ ...one, name, apiSecret, keep: 'session' }));
  return { settings, handlers, create, saved: await create('Harbor staging', given) };
}

test('the key of another saved address belongs to another project; that of the same address does not', async () => {
  const { handlers, create } = await withServer({ serverUrl: 'wss://staging.harbor.example', apiKey: 'APIelsewhere' });
  const ask = (key: string) => handlers['profiles.probe']({ serverUrl: url, apiKey: key, apiSecret: 'x', asked: false });
  expect(await ask('APIelsewhere')).toMatchObject({ verdict: 'wrong-project', otherProfile: 'Harbor staging' });
  await create('Here', { serverUrl: url, apiKey: 'APIhere' });
  expect(await ask('APIhere')).toMatchObject({ verdict: 'unknown-key', otherProfile: null });
});

test('the version that a join was told is in the report, for this address alone', async () => {
  const { settings, handlers, saved } = await withServer({ serverUrl: url, apiKey });
  expect(await handlers['profiles.probe']({ id: saved.id })).toMatchObject({ verdict: 'ok', version: null });
  await handlers['profiles.sawVersion']({ serverUrl: 'wss://nobody-saved.example', version: '9.9.9' });
  await handlers['profiles.sawVersion']({ serverUrl: url, version: '1.13.5' });
  expect(await handlers['profiles.probe']({ id: saved.id })).toMatchObject({ version: { version: '1.13.5' } });
  expect(await handlers['profiles.list']({})).toMatchObject([{ seenVersion: { version: '1.13.5' } }]);
  expect(Object.keys(settings.get('versions'))).toEqual([url]);
  const { id, name, environment, safety, joinPage, policy } = saved;
  const moved = { id, name, environment, safety, joinPage, policy, serverUrl: 'wss://moved.example' };
  expect(await handlers['profiles.change'](moved)).toMatchObject({ seenVersion: null });
  expect(settings.get('versions')).toEqual({});
});

test('a path prefix works behind a proxy, and a wrong one is named', async () => {
  const proxy = await startReverseProxy(url, { prefix: '/livekit' });
  expect(await ask({ serverUrl: proxy.url })).toMatchObject({ verdict: 'ok', secretRight: true });
  expect(await ask({ serverUrl: `${url}/livekit` })).toMatchObject({ verdict: 'wrong-path', isLiveKit: false });
  await proxy.close();
});

test('another web server is not taken for LiveKit', async () => {
  const serverUrl = await serve((_request, response) => response.end('<title>Welcome to nginx</title>'));
  expect(await ask({ serverUrl })).toMatchObject({ verdict: 'not-livekit', answer: { status: 200, text: 'Welcome to nginx' } });
});

test('nobody there, and somebody who never answers, are told apart', async () => {
  expect(await ask({ serverUrl: 'ws://127.0.0.1:1' })).toMatchObject({ verdict: 'unreachable', isLiveKit: null });
  const silent = await serve(() => undefined);
  expect(await ask({ serverUrl: silent })).toMatchObject({ verdict: 'timeout', isLiveKit: null });
});

test.each([
  ['behind', 90_000],
  ['ahead', -90_000],
])('a clock that is 90 s %s is shown, whatever else holds', async (_, shiftDateMs) => {
  const proxy = await startReverseProxy(url, { shiftDateMs });
  const report = await ask({ serverUrl: proxy.url });
  expect(report.verdict).toBe('clock-skew');
  expect(Math.abs((report.clockAheadMs ?? 0) + shiftDateMs)).toBeLessThan(2_500);
  await proxy.close();
});

test('a plain port spoken to by TLS says so', async () => {
  expect(await ask({ serverUrl: url.replace('ws:', 'wss:') })).toMatchObject({ verdict: 'tls-failed', isLiveKit: null, tls: null });
});

test.each([
  ['wss://harbor-1a2b3c.livekit.cloud', 'cloud'],
  ['wss://harbor.livekit.cloud/', 'cloud'],
  ['wss://livekit.cloud.harbor.example', 'self-hosted'],
  ['wss://notlivekit.cloud', 'self-hosted'],
  ['ws://127.0.0.1:7880', 'self-hosted'],
])('%s is %s', (serverUrl, hosting) => {
  expect(hostingOf(serverUrl)).toBe(hosting);
});

test.runIf(onPath('openssl'))('a certificate that nobody vouches for is named, with its dates', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-tls-'));
  const [key, cert] = [path.join(directory, 'key.pem'), path.join(directory, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'],
    {
      stdio: 'ignore',
    },
  );
  const secure = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => response.end('OK'));
  const report = await ask({ serverUrl: (await listening(secure)).replace('ws:', 'wss:').replace('127.0.0.1', 'localhost') });
  expect(report).toMatchObject({ verdict: 'tls-failed', tls: { protocol: 'TLSv1.3' }, answer: { text: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
  rmSync(directory, { recursive: true });
});

test.each([
  [502, {}, 'unreachable'],
  [301, { location: 'https://rtc.harbor.example/' }, 'wrong-path'],
  [301, { location: 'https://127.0.0.1/' }, 'wants-tls'],
  [308, { location: '/livekit/' }, 'wrong-path'],
])('a proxy that answers %i is not taken for the server', async (status, headers, verdict) => {
  const serverUrl = await serve((_request, response) => response.writeHead(status, headers).end());
  expect(await ask({ serverUrl })).toMatchObject({ verdict, isLiveKit: null, answer: { status } });
});

test('without a secret the probe goes as far as it can', async () => {
  const missing = new Refusal('secret-missing', 'none');
  expect(await probeWithoutSecret(url, missing)).toMatchObject({ verdict: 'secret-missing', isLiveKit: true, secretRight: null });
  expect(await probeWithoutSecret('ws://127.0.0.1:1', missing)).toMatchObject({ verdict: 'unreachable' });
});
