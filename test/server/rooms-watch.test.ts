import { expect, test, vi } from 'vitest';
import { testServer } from '../setup/livekit-server';
import { openRoomDesk } from './room-desk';

const desk = openRoomDesk(testServer());
const { call, events, lastEntry } = desk;

test('a banned person is removed on sight, and again when they come back', async () => {
  const room = 'banned';
  const first = await desk.joins(room, 'troll-1');
  await desk.joins(room, 'ada');
  const watch = await call('watch.add', { room, rule: { kind: 'ban', how: 'pattern', text: 'troll-*' }, reason: 'abuse' });
  await vi.waitUntil(() => !first.room.isConnected, { timeout: 20_000 });
  expect(await desk.person(room, 'ada')).toBeDefined();
  const again = await desk.enters(room, 'troll-2');
  await vi.waitUntil(() => !again.room.isConnected, { timeout: 20_000 });
  await vi.waitUntil(async () => (await lastEntry()).outcome === 'done', { timeout: 20_000 });
  expect((await call('watch.list', {}))[0]).toMatchObject({
    id: watch.id,
    removals: 2,
    problem: null,
    recent: [{ identity: 'troll-2', status: 'done' }, { identity: 'troll-1' }],
  });
  expect(await lastEntry()).toMatchObject({
    action: 'participants.remove',
    actor: 'watch',
    targets: ['troll-2'],
    reason: 'abuse',
    outcome: 'done',
  });
  expect(events.filter(({ name }) => name === 'watch.changed').length).toBeGreaterThanOrEqual(2);
  await call('watch.stop', { id: watch.id });
  expect(await call('watch.list', {})).toEqual([]);
  expect(await lastEntry()).toMatchObject({ action: 'watch.stop', details: { removals: 2 } });
  const free = await desk.joins(room, 'troll-3');
  await call('watch.look', { room });
  expect(free.room.isConnected).toBe(true);
});

test('a gate lets its roster and hidden agents in, and what an observer saw first is looked at now', async () => {
  const room = 'gated';
  await desk.joins(room, 'ada');
  const { id } = await call('watch.add', { room, rule: { kind: 'gate', roster: ['ada', 'grace'] } });
  await desk.joins(room, 'grace');
  await desk.joins(room, 'observer', [], { hidden: true, agent: true });
  const stranger = await desk.enters(room, 'stranger');
  await call('watch.look', { room });
  await vi.waitUntil(() => !stranger.room.isConnected, { timeout: 20_000 });
  const { participants } = await call('participants.list', { room });
  expect(participants.map(({ identity }) => identity).sort()).toEqual(['ada', 'grace', 'observer']);
  await call('watch.stop', { id });
  await expect(call('watch.stop', { id })).rejects.toMatchObject({ code: 'not-found' });
});

test('a watch that cannot work says why, and goes on when it can', async () => {
  const wrong = openRoomDesk({ ...testServer(), url: 'ws://127.0.0.1:9' });
  const { problem } = await wrong.call('watch.add', { room: 'any', rule: { kind: 'gate', roster: [] } });
  expect(problem).toBe('unreachable');
});
