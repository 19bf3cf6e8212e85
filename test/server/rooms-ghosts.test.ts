import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { situationRequest } from '../../main/contract/tokens';
import { type RunningServer, startLiveKitServer } from '../setup/livekit-server';
import { startRedis } from '../setup/redis';
import { openRoomDesk } from './room-desk';
import { openTokenDesk } from './token-desk';

// Two nodes of one server. In this order: one story, told from the living node.
const redis = await startRedis();
const lines = `redis: {address: '${redis.address}'}\nroom: {enable_remote_unmute: true}`;
const dying: RunningServer = await startLiveKitServer(lines);
const nodeId = redis.ask('hkeys', 'nodes');
const living = await startLiveKitServer(lines, dying);
const other =
  redis
    .ask('hkeys', 'nodes')
    .split('\n')
    .find((id) => id !== nodeId) ?? '';
afterAll(async () => {
  await Promise.all([dying.stop(), living.stop()]);
  await redis.stop();
}, 60_000);

const desk = openRoomDesk(living);
const { call, admin, lastEntry } = desk;
let lost: ChildProcess | undefined;
afterAll(() => void lost?.kill('SIGKILL'));

beforeAll(async () => {
  await admin.createRoom({ name: 'doomed', nodeId });
  await admin.createRoom({ name: 'safe', nodeId: other });
  // A process of its own, ended with its node: who comes back through the living one brings the room to life again.
  lost = spawn(process.execPath, ['test/setup/lone-participant.ts'], {
    stdio: 'ignore',
    env: { ...process.env, LONE_URL: dying.url, LONE_TOKEN: await desk.tokenFor('doomed', 'lost') },
  });
  await vi.waitUntil(async () => (await desk.person('doomed', 'lost'))?.tracks.length === 1, { timeout: 30_000 });
  await desk.joins('safe', 'ada', ['microphone']);
}, 60_000);

test('rooms and people of both nodes are seen and moderated from one console', async () => {
  const { rooms } = await call('rooms.list', {});
  expect(rooms.map(({ name }) => name).sort()).toEqual(['doomed', 'safe']);
  for (const [room, identity] of [
    ['doomed', 'lost'],
    ['safe', 'ada'],
  ] as const) {
    const { sid } = await desk.trackOf(room, identity);
    const targets = [{ identity, trackSid: sid }];
    expect(await call('participants.mute', { room, targets, muted: true })).toMatchObject({ ok: 1 });
    await vi.waitUntil(async () => (await desk.trackOf(room, identity)).muted, { timeout: 20_000 });
  }
  expect((await call('rooms.check', { rooms: ['doomed', 'safe'] })).map(({ state }) => state)).toEqual(['alive', 'alive']);
});

test('a dead node’s people stay in the list, and everything that is tried says that the node is dead', async () => {
  const track = await desk.trackOf('doomed', 'lost');
  process.kill(dying.pid, 'SIGKILL');
  lost?.kill('SIGKILL');
  expect((await desk.person('doomed', 'lost'))?.state).toBe('active');
  const checked = call('rooms.check', { rooms: ['doomed', 'safe'] });
  const muted = call('participants.mute', { room: 'doomed', targets: [{ identity: 'lost', trackSid: track.sid }], muted: false });
  const removed = call('participants.remove', { room: 'doomed', identities: ['lost'] });
  const closed = call('rooms.close', { rooms: ['doomed'] });
  // An observer's join would bring the room, and so the look of its people, back to life.
  await expect(call('rooms.observe', { room: 'doomed' })).rejects.toMatchObject({ code: 'dead-node' });
  expect((await checked).map(({ state }) => state)).toEqual(['ghost', 'alive']);
  for (const report of [await muted, await removed, await closed])
    expect(report).toMatchObject({ ok: 0, failed: 1, results: [{ status: 'dead-node', code: 'dead-node' }] });
}, 60_000);

test('the token desk takes a ghost neither for someone in the room nor for a full one', async () => {
  const tokens = openTokenDesk(living);
  const asked = situationRequest.parse({ profileId: tokens.profileId, room: 'doomed', identity: 'lost' });
  const { identityPresent, lints } = await tokens.calls['tokens.situation'](asked);
  expect(identityPresent).toBe(false);
  expect(lints.map(({ code }) => code)).toEqual(['room-ghost']);
});

test('a search tells ghosts from people', async () => {
  const report = await call('people.search', { searchId: randomUUID(), text: 'lost' });
  expect(report).toMatchObject({ found: 1, unanswered: [{ room: 'doomed', code: 'dead-node' }] });
  const told = desk.events.flatMap(({ name, payload }) => (name === 'people.found' && 'hits' in payload ? payload.hits : []));
  expect(told.at(-1)).toMatchObject({ room: 'doomed', ghost: true });
}, 60_000);

test('rescue clears the ghost, and only that room', async () => {
  expect(await call('rooms.rescue', { room: 'doomed' })).toMatchObject({ outcome: 'rescued' });
  expect(await lastEntry()).toMatchObject({ action: 'rooms.rescue', outcome: 'done' });
  expect((await call('rooms.list', {})).rooms.map(({ name }) => name)).toEqual(['safe']);
  expect((await call('participants.list', { room: 'doomed' })).participants).toEqual([]);
  expect(await desk.person('safe', 'ada')).toBeDefined();
}, 60_000);
