import { once } from 'node:events';
import { RoomEvent } from '@livekit/rtc-node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RunningServer, startLiveKitServer, testServer } from '../setup/livekit-server';
import type { Participant } from '../setup/participant';
import { openRoomDesk } from './room-desk';

const desk = openRoomDesk(testServer());
const { call, trackOf, lastEntry, person } = desk;
const room = 'mutes';

let ada: Participant;
let grace: Participant;
beforeAll(async () => {
  ada = await desk.joins(room, 'ada', ['microphone', 'camera']);
  grace = await desk.joins(room, 'grace', ['microphone']);
  await desk.joins(room, 'linus');
}, 60_000);

/** Whose app was told: it answers a mute with one of its own, which would undo an unmute sent before. */
const isTold = ({ room: theirs }: Participant) => once(theirs, RoomEvent.TrackMuted);

const mute = async (identity: string, trackSid: string, muted = true) =>
  call('participants.mute', { room, targets: [{ identity, trackSid }], muted });

test('a mute is done when the server’s answer shows it, and is taken back by undo', async () => {
  const { sid } = await trackOf(room, 'ada');
  const told = isTold(ada);
  const report = await mute('ada', sid);
  await told;
  expect(report).toMatchObject({ ok: 1, failed: 0, results: [{ identity: 'ada', trackSid: sid, status: 'done' }] });
  expect((await trackOf(room, 'ada')).muted).toBe(true);
  expect(await lastEntry()).toMatchObject({ action: 'participants.mute', outcome: 'done', room, targets: ['ada'], no: report.auditNo });
  expect(report.undo).not.toBeNull();
  if (report.undo) expect(await call('participants.undo', { room, undo: report.undo })).toMatchObject({ ok: 1, failed: 0 });
  expect((await trackOf(room, 'ada')).muted).toBe(false);
});

test('a mute of what is muted already counts as done, with nothing to take back', async () => {
  const { sid } = await trackOf(room, 'grace');
  const told = isTold(grace);
  await mute('grace', sid);
  await told;
  expect(await mute('grace', sid)).toMatchObject({ ok: 1, results: [{ status: 'already' }], undo: null });
  await mute('grace', sid, false);
});

test('a mute of a stale track says so, though the server answers 200', async () => {
  const report = await mute('ada', 'TR_stale');
  expect(report).toMatchObject({ ok: 0, failed: 1, undo: null, results: [{ status: 'stale-track', code: 'stale-track' }] });
  expect(await lastEntry()).toMatchObject({ outcome: 'failed', code: 'stale-track' });
});

test('a mute of people who are not there says so from the list: the server, 3 s each, is not asked', async () => {
  const targets = Array.from({ length: 40 }, (_, at) => ({ identity: `gone-${at}`, trackSid: 'TR_gone' }));
  const report = await call('participants.mute', { room, targets, muted: true });
  expect(report).toMatchObject({ ok: 0, failed: 40 });
  expect(new Set(report.results.map(({ status, answer }) => status + answer))).toEqual(new Set(['absent']));
});

test('of many, each has its own result', async () => {
  const { sid } = await trackOf(room, 'ada', 'camera');
  const targets = [
    { identity: 'ada', trackSid: sid },
    { identity: 'ada', trackSid: 'TR_stale' },
    { identity: 'nobody', trackSid: 'TR_none' },
  ];
  const report = await call('participants.mute', { room, targets, muted: true });
  expect(report.results.map(({ status }) => status)).toEqual(['done', 'stale-track', 'absent']);
  expect(report).toMatchObject({ ok: 1, failed: 2, undo: { kind: 'mute', muted: false, tracks: [{ identity: 'ada', trackSid: sid }] } });
  expect(await lastEntry()).toMatchObject({ outcome: 'partly', results: [{ target: `ada ${sid}`, status: 'done' }, {}, {}] });
  await mute('ada', sid, false);
});

test('mute all leaves out those it is told to, and undo unmutes those alone whom it muted', async () => {
  for (const identity of ['ada', 'grace']) await mute(identity, (await trackOf(room, identity)).sid, false);
  const report = await call('participants.muteAll', { room, except: ['grace'] });
  expect(report.results.map(({ identity }) => identity)).toEqual(['ada']);
  expect((await trackOf(room, 'grace')).muted).toBe(false);
  expect((await trackOf(room, 'ada')).muted).toBe(true);
  expect((await trackOf(room, 'ada', 'camera')).muted).toBe(false);
  const told = isTold(grace);
  const second = await call('participants.muteAll', { room });
  await told;
  expect(second.results.map(({ identity }) => identity)).toEqual(['grace']);
  expect(second.undo).toMatchObject({ kind: 'mute', muted: false, tracks: [{ identity: 'grace' }] });
  // Held against the server's answer: her app's own mute, the answer to ours, may come after it.
  if (second.undo) expect(await call('participants.undo', { room, undo: second.undo })).toMatchObject({ ok: 1, failed: 0 });
  expect((await trackOf(room, 'ada')).muted).toBe(true);
});

test('someone who leaves in the middle of it is told as gone, and the others are muted', async () => {
  const leaver = await desk.joins(room, 'leaver', ['microphone']);
  const { sid } = await trackOf(room, 'leaver');
  await leaver.leave();
  await vi.waitUntil(async () => !(await person(room, 'leaver')), { timeout: 20_000 });
  const { sid: adas } = await trackOf(room, 'ada');
  const targets = [
    { identity: 'leaver', trackSid: sid },
    { identity: 'ada', trackSid: adas },
  ];
  const { results } = await call('participants.mute', { room, targets, muted: true });
  expect(results.map(({ status }) => status)).toEqual(['absent', 'already']);
});

test('where the server allows remote unmute, the probe says so and changes nothing', async () => {
  // By identity: the server's order is another one each time.
  const tracksNow = async () =>
    Object.fromEntries((await call('participants.list', { room })).participants.map(({ identity, tracks }) => [identity, tracks]));
  const before = await tracksNow();
  expect(await call('rooms.remoteUnmute', { room })).toEqual({ allowed: true });
  expect(await tracksNow()).toEqual(before);
  expect(await call('rooms.remoteUnmute', { room: 'nobody-here' })).toEqual({ allowed: null });
});

test('a wrong secret is a failure that is written down, not an empty result', async () => {
  const wrong = openRoomDesk({ ...testServer(), apiSecret: 'x'.repeat(40) });
  await expect(wrong.call('participants.muteAll', { room })).rejects.toMatchObject({ code: 'wrong-secret' });
  const entry = await wrong.lastEntry();
  expect(entry).toMatchObject({ action: 'participants.muteAll', outcome: 'failed', code: 'wrong-secret' });
  expect(JSON.stringify(entry)).not.toMatch(/eyJ/);
});

test('a server that cannot be reached is one failure, not one for each target', async () => {
  const away = openRoomDesk({ ...testServer(), url: 'ws://127.0.0.1:9' });
  await expect(away.call('rooms.close', { rooms: ['a', 'b', 'c'] })).rejects.toMatchObject({ code: 'unreachable' });
});

let strict: RunningServer;
beforeAll(async () => {
  strict = await startLiveKitServer('room: {enable_remote_unmute: false}');
});
afterAll(() => strict.stop());

test('where remote unmute is off, the probe and the unmute say so', async () => {
  const other = openRoomDesk(strict);
  await other.joins('strict', 'ada', ['microphone']);
  const { sid } = await other.trackOf('strict', 'ada');
  expect(await other.call('rooms.remoteUnmute', { room: 'strict' })).toEqual({ allowed: false });
  const targets = [{ identity: 'ada', trackSid: sid }];
  const muted = await other.call('participants.mute', { room: 'strict', targets, muted: true });
  expect(muted).toMatchObject({ ok: 1 });
  expect(await other.call('participants.mute', { room: 'strict', targets, muted: false })).toMatchObject({
    failed: 1,
    results: [{ status: 'remote-unmute-off', code: 'remote-unmute-off' }],
  });
  expect((await other.trackOf('strict', 'ada')).muted).toBe(true);
});
