import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { record } from './fake-electron';

const data = mkdtempSync(path.join(tmpdir(), 'roomkeeper-electron-'));
vi.stubEnv('ROOMKEEPER_DATA_DIR', data);
afterAll(() => rmSync(data, { recursive: true, force: true }));

// Where it says so, and only there: on macOS and Windows the system's certificates are in no file.
test.runIf(process.platform === 'linux')('a server with a certificate that the system trusts is reached', async () => {
  const [key, cert] = [path.join(data, 'key.pem'), path.join(data, 'cert.pem')];
  const made = ['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...made], { stdio: 'ignore' });
  vi.stubEnv('SSL_CERT_FILE', cert);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => response.end('OK'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const { start } = await import(path.resolve('dist/main/electron.js'));
  void start();
  await vi.waitFor(() => expect(record.calls.at(-1)).toMatch(/^loadURL/), { timeout: 10_000 });
  const mainFrame = { url: 'app://roomkeeper/' };
  const probe = record.handlers.get('profiles.probe') ?? vi.fn();
  const input = { serverUrl: `wss://localhost:${port}`, apiKey: 'key', apiSecret: 'a-secret-of-a-server' };
  const report = await Reflect.apply(probe, undefined, [{ senderFrame: mainFrame, sender: { mainFrame } }, input]);
  expect(report).toMatchObject({ ok: true, value: { verdict: 'not-livekit' } });
});
