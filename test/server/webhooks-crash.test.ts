import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import keytar from 'keytar';
import { RoomServiceClient } from 'livekit-server-sdk';
import { expect, onTestFinished, test } from 'vitest';
import { newDataDir, startConsole } from '../setup/console';
import { startLiveKitServer } from '../setup/livekit-server';
import { freePort } from '../setup/ports';
import { testProfile } from '../setup/test-profile';

const keys = { apiKey: 'APIcrash', apiSecret: 'the secret of the server whose events come in a crash' };

test('no event of a server is lost or taken twice when the console is killed while they come', async () => {
  const place = { address: '127.0.0.1', port: await freePort(), path: '/livekit/webhook' };
  const url = `http://127.0.0.1:${place.port}${place.path}`;
  const server = await startLiveKitServer(`webhook: {api_key: ${keys.apiKey}, urls: ["${url}"]}`, keys);
  onTestFinished(server.stop);
  const profile = testProfile(server, { secretStoredAt: new Date().toISOString() });
  const account = `${profile.id}/${keys.apiKey}`;
  await keytar.setPassword('Roomkeeper', account, keys.apiSecret);
  onTestFinished(async () => void (await keytar.deletePassword('Roomkeeper', account)));
  const dataDir = newDataDir();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  mkdirSync(path.join(dataDir, 'Roomkeeper'));
  writeFileSync(path.join(dataDir, 'Roomkeeper/config.json'), JSON.stringify({ profiles: [profile], webhooks: { on: true, ...place } }));

  const file = path.join(dataDir, 'Roomkeeper/webhooks.jsonl');
  /** The rooms whose beginning has been taken, once for each time; a line that is not whole yet is none. */
  const taken = (): string[] => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    const records = lines.map((line) => JSON.parse(line));
    return records.flatMap(({ event, reason, room }) => (event === 'room_started' && reason === null ? [room] : [])).sort();
  };
  const admin = new RoomServiceClient(server.url.replace('ws', 'http'), keys.apiKey, keys.apiSecret);
  const create = (rooms: string[]) => Promise.all(rooms.map((name) => admin.createRoom({ name })));
  const rooms = Array.from({ length: 40 }, (_, number) => `crash-${number}`);

  const first = await startConsole({ dataDir });
  const before = create(rooms.slice(0, 10));
  await expect.poll(() => taken().length, { timeout: 20_000 }).toBeGreaterThan(0);
  const meanwhile = create(rooms.slice(10));
  first.kill('SIGKILL');
  await first.ended;
  await Promise.all([before, meanwhile]);
  expect(taken().length).toBeLessThan(rooms.length);
  const second = await startConsole({ dataDir });
  onTestFinished(() => {
    second.kill();
    return second.ended.then(() => undefined);
  });
  await expect.poll(taken, { timeout: 30_000 }).toEqual(rooms.toSorted());
});
