import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refusal } from '../../main/contract/result';
import { probe, probeWithoutSecret } from '../../main/profiles/probe';
import { testServer } from '../setup/livekit-server';
import { onPath } from '../setup/programs';
import { startReverseProxy } from '../setup/reverse-proxy';

const { url, apiKey, apiSecret } = testServer();
const nobody = () => null;
const ask = (change: Partial<Parameters<typeof probe>[0]> = {}, others: Parameters<typeof probe>[1] = nobody) =>
  probe({ serverUrl: url, apiKey, apiSecret, ...change }, others);

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
  expect(report.rooms).not.toBeNull();
  expect(Math.abs(report.clockAheadMs ?? Number.NaN)).toBeLessThan(2_000);
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
  const report = await ask({ serverUrl: url.replace('ws:', 'wss:') });
  expect(['tls-failed', 'unreachable']).toContain(report.verdict);
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
])('a proxy that answers %i is not taken for the server', async (status, headers, verdict) => {
  const serverUrl = await serve((_request, response) => response.writeHead(status, headers).end());
  expect(await ask({ serverUrl })).toMatchObject({ verdict, isLiveKit: null, answer: { status } });
});

test('without a secret the probe goes as far as it can', async () => {
  const missing = new Refusal('secret-missing', 'none');
  expect(await probeWithoutSecret(url, missing)).toMatchObject({ verdict: 'secret-missing', isLiveKit: true, secretRight: null });
  expect(await probeWithoutSecret('ws://127.0.0.1:1', missing)).toMatchObject({ verdict: 'unreachable' });
});
