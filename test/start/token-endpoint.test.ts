import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import { TokenVerifier } from 'livekit-server-sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import type { Settings } from '../../main/settings/settings';
import { newDataDir, spawnConsole, startConsole } from '../setup/console';

function start(dataDir = newDataDir()) {
  const run = spawnConsole({ dataDir, args: ['--token-endpoint'] });
  onTestFinished(async () => {
    run.child.kill('SIGKILL');
    await run.ended;
    rmSync(dataDir, { recursive: true, force: true });
  });
  return run;
}

test('without a server there is nothing to sign for, and it says so and ends', async () => {
  const { says, ended, lines } = start();
  await says(/^The token endpoint cannot start: no server is chosen/);
  expect(await ended).toBe(1);
  expect(lines).toHaveLength(1);
});

test('while a console has the data it says which one, and where the endpoint is started instead', async () => {
  const app = await startConsole();
  onTestFinished(app.stop);
  const { says, ended } = start(app.dataDir);
  expect(await says(/already running/)).toMatch(new RegExp(`process ${app.pid}.*Services, Token endpoint\\.$`));
  expect(await ended).toBe(1);
});

test('a server whose secret is not kept is named as such', async () => {
  const dataDir = newDataDir();
  const id = '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11';
  const profile = {
    id,
    name: 'Test',
    serverUrl: 'ws://127.0.0.1:7880',
    apiKey: 'APItest',
    environment: 'development',
    safety: 'free',
    joinPage: 'https://meet.livekit.io/custom?liveKitUrl={url}&token={token}',
    policy: { longestLifetimeSeconds: 3_600, serverWideGrants: [] },
    secretStoredAt: null,
  };
  mkdirSync(path.join(dataDir, 'Roomkeeper'), { recursive: true });
  writeFileSync(path.join(dataDir, 'Roomkeeper/config.json'), JSON.stringify({ profiles: [profile] }));
  const { says, ended } = start(dataDir);
  await says(/^The token endpoint cannot start: No secret is kept for this profile\.$/);
  expect(await ended).toBe(1);
});

const harbor = {
  name: 'Harbor',
  serverUrl: 'ws://127.0.0.1:7880',
  apiKey: 'APIheadless',
  apiSecret: 'a-secret-of-this-test-of-over-32-letters',
};

/** Data that a console has left behind: a server whose secret is in the keychain, a client, and another address for the endpoint, agreed to. */
async function leftBehind(address: string) {
  const dataDir = newDataDir();
  vi.stubEnv('ROOMKEEPER_DATA_DIR', dataDir);
  vi.resetModules();
  const { createConsole } = await import('../../main/console');
  const { settingsOptions } = await import('../../main/settings/settings');
  const settings = new Conf<Settings>(settingsOptions);
  const open = () => createConsole(settings, { kind: 'browser', notices: [], clipboard: null });
  const console = open();
  onTestFinished(async () => {
    // Its entry in the keychain goes with it.
    await open().call('profiles.delete', { id: profile.id });
    vi.unstubAllEnvs();
  });
  const called = async (name: string, input: object) =>
    z.object({ ok: z.literal(true), value: z.unknown() }).parse(await console.call(name, input)).value;
  const profile = z.object({ id: z.uuid() }).parse(await called('profiles.create', { ...harbor, keep: 'keychain' }));
  const { key } = z.object({ key: z.string() }).parse(await called('endpoint.saveClient', { name: 'Kiosk', rooms: ['lobby'] }));
  settings.set('endpoint', { ...settings.get('endpoint'), address, profileId: profile.id });
  await console.close();
  return { dataDir, key };
}

test('a headless start says that other computers will reach it, before they can, and gives a client its token', async () => {
  const { dataDir, key } = await leftBehind('0.0.0.0');
  const { says, lines } = start(dataDir);
  const url = (await says(/^Roomkeeper serves tokens at /)).slice('Roomkeeper serves tokens at '.length);
  const warned = lines.findIndex((line) => line.startsWith('Other computers will reach it, at 0.0.0.0'));
  expect(warned).toBeGreaterThanOrEqual(0);
  expect(warned).toBeLessThan(lines.findIndex((line) => line.startsWith('Roomkeeper serves tokens at')));
  await says(/^Clients that may ask: 1\./);

  const local = `http://127.0.0.1:${new URL(url).port}${new URL(url).pathname}`;
  const asks = (authorization: string, room: string) =>
    fetch(local, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ user_id: 'anna', room }),
    });
  const answer = await asks(`Bearer ${key}`, 'lobby');
  expect(answer.status).toBe(200);
  const { token } = z.object({ token: z.string() }).parse(await answer.json());
  const { apiKey, apiSecret } = harbor;
  expect(await new TokenVerifier(apiKey, apiSecret).verify(token)).toMatchObject({ sub: 'anna', video: { room: 'lobby', roomJoin: true } });
  expect((await asks(`Bearer ${key}`, 'elsewhere')).status).toBe(403);
  expect((await asks('Bearer wrong', 'lobby')).status).toBe(401);
});
