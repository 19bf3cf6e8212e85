import { once } from 'node:events';
import { createServer } from 'node:net';
import { RoomServiceClient } from 'livekit-server-sdk';
import { expect, test, vi } from 'vitest';

const dataDir = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = [await import('node:fs'), await import('node:os')];
  process.env.ROOMKEEPER_DATA_DIR = mkdtempSync(`${tmpdir()}/roomkeeper-local-server-`);
  return process.env.ROOMKEEPER_DATA_DIR;
});

import { freePort } from '../setup/ports';
import { call, endWith, open, readSecret, settings, value } from './local-server-desk';

const port = await freePort();
endWith(dataDir);

test('what the environment says to a livekit-server does not reach this one', async () => {
  vi.stubEnv('LIVEKIT_KEYS', 'APIelsewhere: a-secret-of-another-server-altogether');
  vi.stubEnv('REDIS_HOST', '127.0.0.1:1');
  vi.stubEnv('NODE_IP', '192.0.2.1');
  vi.stubEnv('UDP_PORT', '9');
  const { running } = await value(call(open(), 'localServer.start', { port }));
  const profile = settings.get('profiles').find(({ id }) => id === running?.profileId);
  const rooms = new RoomServiceClient(`http://127.0.0.1:${port}`, profile?.apiKey, await readSecret(profile?.id ?? ''));
  expect(await rooms.listRooms()).toEqual([]);
  const stranger = new RoomServiceClient(`http://127.0.0.1:${port}`, 'APIelsewhere', 'a-secret-of-another-server-altogether');
  await expect(stranger.listRooms()).rejects.toMatchObject({ status: 401 });
  vi.unstubAllEnvs();
});

test('without a port asked for it runs where it ran last, or elsewhere where that is taken', async () => {
  const first = open();
  await value(call(first, 'localServer.start', { port }));
  await first.close();
  const second = open();
  expect((await value(call(second, 'localServer.start'))).running?.url).toBe(`ws://127.0.0.1:${port}`);
  await second.close();
  const holder = createServer().listen(port, '127.0.0.1');
  await once(holder, 'listening');
  const third = await value(call(open(), 'localServer.start'));
  expect(third.running?.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
  expect(third.running?.url).not.toBe(`ws://127.0.0.1:${port}`);
  holder.close();
});

test('one that is stopped while it starts ends, and the start says so', async () => {
  const application = open();
  const states: string[] = [];
  const starting = new Promise<void>((resolve) =>
    application.subscribe((name, payload) => {
      if (name !== 'localServer.changed') return;
      states.push((payload as { state: string }).state);
      if (states.at(-1) === 'starting') resolve();
    }),
  );
  const started = call(application, 'localServer.start', { port });
  await starting;
  expect(await value(call(application, 'localServer.stop'))).toMatchObject({ state: 'stopped', running: null });
  expect(await started).toMatchObject({ ok: false, code: 'conflict' });
  expect(states).not.toContain('running');
  expect(await value(call(application, 'localServer.start', { port }))).toMatchObject({ state: 'running' });
});

test('what its start changes of its profile is in the audit log: keys made anew, another port', async () => {
  const application = open();
  const [profile] = settings.get('profiles');
  await value(call(application, 'profiles.removeSecret', { id: profile?.id ?? '' }));
  const other = await freePort();
  await value(call(application, 'localServer.start', { port: other }));
  const { entries } = await value(call(application, 'audit.list', { limit: 4 }));
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['profiles.change', 'profiles.setSecret', 'localServer.start', 'profiles.removeSecret']),
  );
  const change = entries.find(({ action }) => action === 'profiles.change');
  expect(change?.details).toMatchObject({ serverUrl: { to: `ws://127.0.0.1:${other}` } });
});

test('a port that another program has is named, at its field', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const application = open();
  expect(await call(application, 'localServer.start', { port: taken })).toMatchObject({
    ok: false,
    code: 'port-taken',
    issues: [{ path: 'port', code: 'taken' }],
    values: { port: taken },
  });
  expect(await value(call(application, 'localServer.status'))).toMatchObject({ state: 'stopped', running: null });
  other.close();
});
