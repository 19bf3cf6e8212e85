import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { policy } from '../../main/contract/profiles';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { openRoomDesk } from './room-desk';

const server = testServer();
const desk = openRoomDesk(server);
const { call, admin, events, lastEntry } = desk;

beforeAll(async () => {
  await desk.joins('clinic-1', 'patient-4711', ['microphone'], {}, { name: 'Karin' });
  await desk.joins('clinic-2', 's.brandt', [], {}, { attributes: { caseId: 'C-4711' } });
  await desk.joins('clinic-2', 'quiet', [], { hidden: true, agent: true });
}, 60_000);

test('rooms are listed with their limits and times, and without the server’s TURN password', async () => {
  await call('rooms.create', { name: 'listed', config: { maxParticipants: 3, metadata: 'note' } });
  const { rooms, takenAt } = await call('rooms.list', {});
  const listed = rooms.find(({ name }) => name === 'listed');
  expect(listed).toMatchObject({
    sid: expect.stringMatching(/^RM_/),
    maxParticipants: 3,
    metadata: 'note',
    recording: false,
    participants: 0,
  });
  expect(Math.abs((listed?.createdAt ?? 0) - takenAt)).toBeLessThan(60_000);
  expect(JSON.stringify(rooms)).not.toMatch(/turn/i);
  await call('rooms.close', { rooms: ['listed'] });
});

test('rooms in view are counted from the people in them, as the server counts', async () => {
  const counts = await call('rooms.count', { rooms: ['clinic-1', 'clinic-2', 'not-there'] });
  expect(counts).toEqual([
    { room: 'clinic-1', participants: 1, publishers: 1, uncounted: 0, problem: null },
    { room: 'clinic-2', participants: 1, publishers: 0, uncounted: 1, problem: null },
    { room: 'not-there', participants: 0, publishers: 0, uncounted: 0, problem: null },
  ]);
});

test('creating a live room says what it did not change', async () => {
  const first = await call('rooms.create', { name: 'twice', config: { maxParticipants: 3, emptyTimeout: 50 } });
  expect(first).toMatchObject({ created: true, differs: [], room: { maxParticipants: 3, emptyTimeout: 50 } });
  const again = await call('rooms.create', { name: 'twice', config: { maxParticipants: 9, emptyTimeout: 50, syncStreams: true } });
  expect(again).toMatchObject({ created: false, room: { sid: first.room.sid, maxParticipants: 3 } });
  expect(again.differs).toEqual([
    { field: 'maxParticipants', asked: '9', live: '3' },
    { field: 'syncStreams', asked: 'true', live: '' },
  ]);
  expect(await lastEntry()).toMatchObject({ action: 'rooms.create', outcome: 'done', details: { created: false } });
});

test('a room without a name, which the server would make, is refused here', async () => {
  await expect(call('rooms.create', { name: '' })).rejects.toThrow('required');
});

test('metadata of a room is changed and cleared', async () => {
  await call('rooms.setMetadata', { room: 'twice', metadata: '{"a":1}' });
  const of = async () => (await admin.listRooms(['twice']))[0]?.metadata;
  expect(await of()).toBe('{"a":1}');
  await call('rooms.setMetadata', { room: 'twice', metadata: '' });
  expect(await of()).toBe('');
  await expect(call('rooms.setMetadata', { room: 'not-there', metadata: 'x' })).rejects.toMatchObject({ code: 'room-absent' });
});

test('of many rooms to close each has a result, and one that is gone counts as done', async () => {
  const report = await call('rooms.close', { rooms: ['twice', 'not-there'] });
  expect(report.results.map(({ room, status }) => [room, status])).toEqual([
    ['twice', 'done'],
    ['not-there', 'already'],
  ]);
  expect(report).toMatchObject({ ok: 2, failed: 0 });
});

test('a room whose node answers is alive, and rescue leaves it alone', async () => {
  await call('rooms.create', { name: 'hollow' });
  expect(await call('rooms.check', { rooms: ['clinic-1', 'hollow', 'not-there'] })).toEqual([
    { room: 'clinic-1', state: 'alive' },
    { room: 'hollow', state: 'alive' },
    { room: 'not-there', state: 'absent' },
  ]);
  expect(await call('rooms.rescue', { room: 'clinic-1' })).toMatchObject({ outcome: 'alive' });
  expect(await desk.person('clinic-1', 'patient-4711')).toBeDefined();
  await call('rooms.close', { rooms: ['hollow'] });
});

test('a person is found in any room by identity, name or attribute, whatever the case', async () => {
  const found = async (text: string, fields?: ('identity' | 'name' | 'attribute')[]) => {
    const searchId = randomUUID();
    const report = await call('people.search', { searchId, text, ...(fields ? { fields } : {}) });
    const told = events.flatMap(({ name, payload }) =>
      name === 'people.found' && 'hits' in payload && payload.searchId === searchId ? [payload] : [],
    );
    expect(told.at(-1)).toMatchObject({ rooms: report.rooms, read: report.rooms, found: report.found });
    expect(report).toMatchObject({ cancelled: false, unanswered: [] });
    return told.flatMap(({ hits }) => hits.map(({ room, participant, matches }) => [room, participant.identity, matches[0]?.field]));
  };
  expect((await found('4711')).sort()).toEqual([
    ['clinic-1', 'patient-4711', 'identity'],
    ['clinic-2', 's.brandt', 'attribute'],
  ]);
  expect(await found('KARIN')).toEqual([['clinic-1', 'patient-4711', 'name']]);
  expect(await found('caseId=c-4711')).toEqual([['clinic-2', 's.brandt', 'attribute']]);
  expect(await found('4711', ['name'])).toEqual([]);
});

test('a cancelled search ends, and says that it was cancelled', async () => {
  const names = Array.from({ length: 120 }, (_, at) => `many-${at}`);
  for (const name of names) await admin.createRoom({ name });
  const searchId = randomUUID();
  const report = call('people.search', { searchId, text: 'nobody at all' });
  await call('people.cancel', { searchId });
  expect(await report).toMatchObject({ cancelled: true });
  const typed = await call('rooms.close', { rooms: names });
  expect(typed).toMatchObject({ ok: 120, failed: 0 });
});

test('an observer’s token lets it look and nothing else, and nobody in the room is told', async () => {
  const seen = await call('rooms.observe', { room: 'clinic-1' });
  expect(seen).toMatchObject({ url: server.url, levels: true, peek: true });
  expect(Date.parse(seen.expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
  const patient = await join(server.url, await desk.tokenFor('clinic-1', 'witness'));
  const observer = await join(seen.url, seen.token);
  await vi.waitUntil(() => observer.sees().includes('patient-4711'), { timeout: 20_000 });
  await vi.waitUntil(async () => desk.person('clinic-1', seen.identity), { timeout: 20_000 });
  expect(await desk.person('clinic-1', seen.identity)).toMatchObject({
    observer: true,
    permission: { hidden: true, agent: true, canPublish: false, canPublishData: false },
  });
  expect(patient.sees()).not.toContain(seen.identity);
  expect((await call('rooms.count', { rooms: ['clinic-1'] }))[0]).toMatchObject({ participants: 2, uncounted: 1 });
  await observer.leave();
  await patient.leave();
  const entry = await lastEntry();
  expect(entry).toMatchObject({
    action: 'rooms.observe',
    outcome: 'done',
    details: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
  expect(JSON.stringify(entry)).not.toContain(seen.token);
});

test('observing never makes a room, and is refused where the policy forbids it', async () => {
  await expect(call('rooms.observe', { room: 'not-there' })).rejects.toMatchObject({ code: 'room-absent' });
  expect(await admin.listRooms(['not-there'])).toEqual([]);
  const closed = openRoomDesk(server, { policy: policy.parse({ watching: { observe: false } }) });
  await expect(closed.call('rooms.observe', { room: 'clinic-1' })).rejects.toMatchObject({ code: 'watching-off' });
  const deaf = openRoomDesk(server, { policy: policy.parse({ watching: { levels: false, peek: false } }) });
  const { token } = await deaf.call('rooms.observe', { room: 'clinic-1' });
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims.video).toMatchObject({ canSubscribe: false });
});

test('a peek is written down before it begins and when it ends, and can be forbidden', async () => {
  const asked = { room: 'clinic-1', identity: 'patient-4711', trackSid: 'TR_x', reason: 'complaint' };
  const { peekId } = await call('rooms.peek', asked);
  expect(await lastEntry()).toMatchObject({ action: 'rooms.peek', outcome: 'unknown', targets: ['patient-4711'], reason: 'complaint' });
  await call('rooms.endPeek', { peekId });
  await vi.waitUntil(async () => (await lastEntry()).outcome === 'done', { timeout: 20_000 });
  expect(await lastEntry()).toMatchObject({ details: { trackSid: 'TR_x', how: 'ended' } });
  const closed = openRoomDesk(server, { policy: policy.parse({ watching: { peek: false } }) });
  await expect(closed.call('rooms.peek', asked)).rejects.toMatchObject({ code: 'watching-off' });
});

test('a wrong secret is not an empty server', async () => {
  const wrong = openRoomDesk({ ...server, apiSecret: 'x'.repeat(40) });
  await expect(wrong.call('rooms.list', {})).rejects.toMatchObject({ code: 'wrong-secret' });
  await expect(wrong.call('people.search', { searchId: randomUUID(), text: 'a' })).rejects.toMatchObject({ code: 'wrong-secret' });
});
