import { setTimeout as later } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { testServer } from '../setup/livekit-server';
import type { Participant } from '../setup/participant';
import { openRoomDesk } from './room-desk';

const desk = openRoomDesk(testServer());
const { call, person, lastEntry } = desk;
const room = 'people';
let ada: Participant;

const here = async (identity: string) => {
  const found = await person(room, identity);
  if (!found) throw new Error(`${identity} is not here`);
  return found;
};

beforeAll(async () => {
  ada = await desk.joins(
    room,
    'ada',
    ['microphone', 'camera'],
    { canUpdateOwnMetadata: true },
    { name: 'Ada', attributes: { role: 'speaker' } },
  );
  await desk.joins(room, 'grace');
}, 60_000);

test('the list shows everything of a person: tracks, permissions, when they joined', async () => {
  expect(await here('ada')).toMatchObject({
    name: 'Ada',
    state: 'active',
    kind: 'standard',
    attributes: { role: 'speaker' },
    permission: { canPublish: true, canPublishSources: [], canUpdateMetadata: true, hidden: false, agent: false },
    observer: false,
    tracks: expect.arrayContaining([
      expect.objectContaining({ kind: 'audio', source: 'microphone', muted: false, codec: expect.stringMatching(/^audio\//) }),
      expect.objectContaining({ kind: 'video', source: 'camera', width: 160, height: 96, codec: expect.stringMatching(/^video\//) }),
    ]),
  });
  expect(Math.abs((await here('ada')).joinedAt - Date.now())).toBeLessThan(600_000);
  expect(await call('participants.list', { room: 'no-such-room' })).toMatchObject({ exists: false, participants: [] });
});

test('a hard mute takes the microphone alone, keeps every other permission, and is given back', async () => {
  const before = (await here('ada')).permission;
  const report = await call('participants.hardMute', { room, identities: ['ada', 'nobody'] });
  expect(report.results.map(({ status }) => status)).toEqual(['done', 'absent']);
  expect((await here('ada')).permission).toEqual({ ...before, canPublishSources: ['camera', 'screen_share', 'screen_share_audio'] });
  await vi.waitUntil(async () => (await here('ada')).tracks.length === 1, { timeout: 20_000 });
  expect((await here('ada')).tracks.map(({ source }) => source)).toEqual(['camera']);
  expect(await call('participants.restore', { room, identities: ['ada'] })).toMatchObject({ ok: 1 });
  expect((await here('ada')).permission).toEqual(before);
  // Their tracks do not come back by themselves.
  await ada.publishMicrophone();
  await vi.waitUntil(async () => (await here('ada')).tracks.length === 2, { timeout: 20_000 });
});

test('a hard mute of every source takes publishing away, and undo gives back what there was', async () => {
  const before = (await here('grace')).permission;
  const sources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;
  const report = await call('participants.hardMute', { room, identities: ['grace'], sources: [...sources] });
  expect((await here('grace')).permission).toEqual({ ...before, canPublish: false });
  if (report.undo) await call('participants.undo', { room, undo: report.undo });
  expect((await here('grace')).permission).toEqual(before);
});

test('undo does not write over a permission that someone else has changed since', async () => {
  const other = openRoomDesk(testServer());
  const report = await call('participants.hardMute', { room, identities: ['grace'] });
  const left = (await here('grace')).permission;
  const change = { before: left, permission: { ...left, canPublishData: false } };
  await other.call('participants.setPermission', { room, identity: 'grace', ...change });
  expect(report.undo).not.toBeNull();
  if (report.undo) {
    const undone = await call('participants.undo', { room, undo: report.undo });
    expect(undone).toMatchObject({ ok: 0, failed: 1, results: [{ status: 'conflict', code: 'conflict' }] });
  }
  expect((await here('grace')).permission).toEqual(change.permission);
});

test('two consoles: the second to write permissions over the first is told of the conflict', async () => {
  const other = openRoomDesk(testServer());
  const before = (await here('ada')).permission;
  const first = { ...before, canSubscribe: false };
  await other.call('participants.setPermission', { room, identity: 'ada', before, permission: first });
  const second = { room, identity: 'ada', before, permission: { ...before, canPublishData: false } };
  await expect(call('participants.setPermission', second)).rejects.toMatchObject({ code: 'conflict' });
  expect((await here('ada')).permission).toEqual(first);
  expect(await lastEntry()).toMatchObject({ action: 'participants.setPermission', outcome: 'failed', code: 'conflict' });
  await call('participants.setPermission', { room, identity: 'ada', before: first, permission: before });
});

test('what the server stores without effect is not offered', async () => {
  const before = (await here('ada')).permission;
  const hidden = call('participants.setPermission', { room, identity: 'ada', before, permission: { ...before, hidden: true } });
  await expect(hidden).rejects.toMatchObject({ code: 'invalid-input', details: { issues: [{ path: 'permission.hidden' }] } });
});

test('name, metadata and attributes change; an empty attribute goes, an empty name is refused here', async () => {
  const change = { name: 'Ada L.', metadata: '{"seat":1}', attributes: { role: '', desk: '7' } };
  await call('participants.update', { room, identity: 'ada', ...change });
  expect(await here('ada')).toMatchObject({ name: 'Ada L.', metadata: '{"seat":1}', attributes: { desk: '7' } });
  expect((await here('ada')).attributes).not.toHaveProperty('role');
  await expect(call('participants.update', { room, identity: 'ada', name: '' })).rejects.toThrow('cannot-clear');
  await expect(call('participants.update', { room, identity: 'nobody', name: 'x' })).rejects.toMatchObject({ code: 'participant-absent' });
});

test('a value over the server’s limit comes back with its words', async () => {
  const attributes = { big: 'x'.repeat(70_000) };
  await expect(call('participants.update', { room, identity: 'ada', attributes })).rejects.toMatchObject({
    code: 'over-limit',
    details: { answer: expect.stringContaining('attribute size exceeds limits') },
  });
});

test('data reaches those who are named, and says whom it does not reach', async () => {
  const grace = await desk.joins(room, 'listener');
  const sent = await call('participants.sendData', { room, identities: ['listener', 'nobody'], text: 'unmute?', topic: 'moderation' });
  expect(sent).toMatchObject({ reached: 1, absent: ['nobody'] });
  await vi.waitUntil(() => grace.received.includes('unmute?'), { timeout: 20_000 });
  expect(ada.received).not.toContain('unmute?');
  const lost = await call('participants.sendData', { room, identities: ['nobody'], text: 'anyone?' });
  expect(lost).toMatchObject({ reached: 0, absent: ['nobody'] });
  expect(await lastEntry()).toMatchObject({ action: 'participants.sendData', outcome: 'failed' });
  expect(await call('participants.sendData', { room: 'empty-room', text: 'hello' })).toMatchObject({ reached: 0 });
  await call('participants.sendData', { room, text: 'all' });
  await vi.waitUntil(() => ada.received.includes('all') && grace.received.includes('all'), { timeout: 20_000 });
  expect(grace.received).not.toContain('anyone?');
});

test('an RPC brings the app’s answer, and the app’s error as its error', async () => {
  ada.room.localParticipant?.registerRpcMethod('greet', async ({ payload }) => `hello ${payload}`);
  ada.room.localParticipant?.registerRpcMethod('fail', async () => {
    throw new Error('no');
  });
  const rpc = (method: string, identity = 'ada') =>
    call('participants.performRpc', { room, identity, method, payload: 'you', timeoutMs: 5_000 });
  expect(await rpc('greet')).toMatchObject({ payload: 'hello you', error: null });
  expect(await rpc('fail')).toMatchObject({ error: { code: 1500 } });
  expect(await rpc('unknown')).toMatchObject({ error: { code: 1400, message: expect.stringContaining('not supported') } });
  await expect(rpc('greet', 'nobody')).rejects.toMatchObject({ code: 'participant-absent' });
});

test('an app that does not answer an RPC in time is told as that', async () => {
  const hang = new AbortController();
  ada.room.localParticipant?.registerRpcMethod('hang', async () => {
    await later(60_000, undefined, { signal: hang.signal }).catch(() => {});
    return '';
  });
  const report = await call('participants.performRpc', { room, identity: 'ada', method: 'hang', timeoutMs: 1_000 });
  hang.abort();
  expect(report.error).toMatchObject({ code: 1502 });
});

test('subscriptions: who receives which track, and a track that is gone says so', async () => {
  const { sid } = await desk.trackOf(room, 'ada', 'camera');
  const of = { room, identity: 'listener', subscribe: false };
  const report = await call('participants.setSubscription', { ...of, trackSids: [sid, 'TR_gone'] });
  expect(report.results.map(({ status }) => status)).toEqual(['done', 'stale-track']);
  await expect(call('participants.setSubscription', { ...of, identity: 'nobody', trackSids: [sid] })).rejects.toMatchObject({
    code: 'participant-absent',
  });
});

test('move and forward say that a self-hosted server cannot', async () => {
  const to = { room, identity: 'ada', destinationRoom: 'elsewhere' };
  await expect(call('participants.move', to)).rejects.toMatchObject({ code: 'not-supported' });
  await expect(call('participants.forward', to)).rejects.toMatchObject({ code: 'not-supported' });
  await expect(call('participants.move', { ...to, destinationRoom: room })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(call('participants.move', { ...to, identity: 'nobody' })).rejects.toMatchObject({ code: 'participant-absent' });
});

test('a removed person is out; who was gone already counts as done', async () => {
  const guest = await desk.joins(room, 'guest');
  const report = await call('participants.remove', { room, identities: ['guest', 'long-gone'], reason: 'screaming' });
  expect(report.results.map(({ status }) => status)).toEqual(['done', 'already']);
  await vi.waitUntil(() => !guest.room.isConnected, { timeout: 20_000 });
  expect(await lastEntry()).toMatchObject({
    action: 'participants.remove',
    reason: 'screaming',
    targets: ['guest', 'long-gone'],
    outcome: 'done',
  });
});

test('remove everyone also takes those whom the operator did not yet see', async () => {
  await desk.joins('crowd', 'one');
  await desk.joins('crowd', 'two');
  const report = await call('participants.remove', { room: 'crowd', identities: ['one'], everyone: true });
  expect(report.results.map(({ identity }) => identity).sort()).toEqual(['one', 'two']);
  await vi.waitUntil(async () => (await call('participants.list', { room: 'crowd' })).participants.length === 0, { timeout: 20_000 });
});
