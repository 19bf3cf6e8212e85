import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { policy } from '../../main/contract/profiles';
import { testServer } from '../setup/livekit-server';
import { openRoomDesk } from './room-desk';

const server = testServer();
const room = 'safety';

test('a read-only profile looks and does nothing else', async () => {
  const { call, admin } = openRoomDesk(server, { safety: 'read-only' });
  await admin.createRoom({ name: room });
  const refused = { code: 'read-only' };
  await expect(call('rooms.create', { name: 'another' })).rejects.toMatchObject(refused);
  await expect(call('rooms.close', { rooms: [room], confirmed: true })).rejects.toMatchObject(refused);
  await expect(call('rooms.setMetadata', { room, metadata: 'x' })).rejects.toMatchObject(refused);
  await expect(call('rooms.rescue', { room, confirmed: true })).rejects.toMatchObject(refused);
  await expect(call('participants.mute', { room, targets: [{ identity: 'a', trackSid: 'b' }], muted: true })).rejects.toMatchObject(
    refused,
  );
  await expect(call('participants.muteAll', { room })).rejects.toMatchObject(refused);
  await expect(call('participants.hardMute', { room, identities: ['a'], confirmed: true })).rejects.toMatchObject(refused);
  await expect(call('participants.restore', { room, identities: ['a'] })).rejects.toMatchObject(refused);
  await expect(call('participants.update', { room, identity: 'a', name: 'b' })).rejects.toMatchObject(refused);
  await expect(call('participants.sendData', { room, text: 'a' })).rejects.toMatchObject(refused);
  await expect(call('participants.performRpc', { room, identity: 'a', method: 'b' })).rejects.toMatchObject(refused);
  await expect(call('participants.remove', { room, identities: ['a'], confirmed: true })).rejects.toMatchObject(refused);
  const rule = { kind: 'ban', how: 'identity', text: 'a' } as const;
  await expect(call('watch.add', { room, rule, confirmed: true })).rejects.toMatchObject(refused);
  expect((await call('rooms.list', {})).rooms.map(({ name }) => name)).toContain(room);
  expect((await call('audit.list', {})).entries).toEqual([]);
  await admin.deleteRoom(room);
});

test('a careful profile wants a confirmation for what is dangerous, and none for a mute', async () => {
  const { call } = openRoomDesk(server, { safety: 'confirm' });
  const refused = { code: 'not-confirmed' };
  await expect(call('rooms.close', { rooms: ['a'] })).rejects.toMatchObject(refused);
  await expect(call('participants.remove', { room, identities: ['a'] })).rejects.toMatchObject(refused);
  await expect(call('participants.hardMute', { room, identities: ['a'] })).rejects.toMatchObject(refused);
  await expect(call('watch.add', { room, rule: { kind: 'gate', roster: [] } })).rejects.toMatchObject(refused);
  expect(await call('participants.muteAll', { room })).toMatchObject({ ok: 0, failed: 0 });
  expect(await call('participants.remove', { room, identities: ['a'], confirmed: true })).toMatchObject({ ok: 1 });
});

test('in production several rooms are closed, and everyone removed, only with their number typed', async () => {
  const { call } = openRoomDesk(server, { safety: 'free', environment: 'production' });
  const refused = { code: 'not-confirmed', details: { issues: [{ path: 'typedCount' }] } };
  await expect(call('rooms.close', { rooms: ['a', 'b'] })).rejects.toMatchObject(refused);
  await expect(call('rooms.close', { rooms: ['a', 'b'], typedCount: 3 })).rejects.toMatchObject(refused);
  await expect(call('participants.remove', { room, identities: ['a'], everyone: true })).rejects.toMatchObject(refused);
  expect(await call('rooms.close', { rooms: ['a', 'b'], typedCount: 2 })).toMatchObject({ ok: 2 });
  expect(await call('rooms.close', { rooms: ['a'] })).toMatchObject({ ok: 1 });
});

test('where the policy asks for a reason, a dangerous action without one stops', async () => {
  const { call, lastEntry } = openRoomDesk(server, { policy: policy.parse({ reasonRequired: true }) });
  const refused = { code: 'reason-required', details: { issues: [{ path: 'reason', code: 'required' }] } };
  await expect(call('participants.remove', { room, identities: ['a'] })).rejects.toMatchObject(refused);
  await call('participants.remove', { room, identities: ['a'], reason: 'shouting' });
  expect(await lastEntry()).toMatchObject({ reason: 'shouting' });
});

test('where the policy asks for a reason, a peek needs one and what does no harm does not', async () => {
  const { call, admin, lastEntry } = openRoomDesk(server, { policy: policy.parse({ reasonRequired: true }) });
  const peek = { room, identity: 'a', trackSid: 'TR_a' };
  await expect(call('rooms.peek', peek)).rejects.toMatchObject({ code: 'reason-required', details: { issues: [{ path: 'reason' }] } });
  const { peekId } = await call('rooms.peek', { ...peek, reason: 'a report of shouting' });
  await call('rooms.endPeek', { peekId });
  await expect.poll(lastEntry).toMatchObject({ action: 'rooms.peek', reason: 'a report of shouting', outcome: 'done' });
  await call('rooms.create', { name: 'reasonless' });
  await call('rooms.setMetadata', { room: 'reasonless', metadata: 'x' });
  await call('participants.muteAll', { room: 'reasonless' });
  expect(await lastEntry()).toMatchObject({ action: 'participants.muteAll', reason: '' });
  await admin.deleteRoom('reasonless');
});

test('nothing happens that cannot be written down', async () => {
  const { call, admin, directory, events } = openRoomDesk(server);
  await admin.createRoom({ name: 'unwritten' });
  const file = path.join(directory, 'audit.jsonl');
  // A folder in its place cannot be written even by root, whom a mode does not stop.
  rmSync(file, { force: true });
  mkdirSync(file);
  await expect(call('rooms.close', { rooms: ['unwritten'] })).rejects.toMatchObject({ code: 'audit-unwritable' });
  await expect(call('rooms.observe', { room: 'unwritten' })).rejects.toMatchObject({ code: 'audit-unwritable' });
  expect((await admin.listRooms(['unwritten'])).length).toBe(1);
  expect(events.at(-1)).toMatchObject({ name: 'audit.chainChanged', payload: { writable: false } });
  rmSync(file, { recursive: true });
  expect(await call('rooms.close', { rooms: ['unwritten'] })).toMatchObject({ ok: 1 });
  expect((await admin.listRooms(['unwritten'])).length).toBe(0);
});

test('the log is the user’s alone', async () => {
  const { call, directory } = openRoomDesk(server);
  await call('participants.muteAll', { room });
  const file = path.join(directory, 'audit.jsonl');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').split('\n').length).toBe(3);
});
