import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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
