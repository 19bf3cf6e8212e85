import { dispose } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { situationRequest } from '../../main/contract/tokens';
import { testServer } from '../setup/livekit-server';
import { join, type Participant } from '../setup/participant';
import { openTokenDesk } from './token-desk';

const server = testServer();
const desk = openTokenDesk(server);
const admin = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
const room = 'two-seats';
let people: Participant[];

beforeAll(async () => {
  await admin.createRoom({ name: room, maxParticipants: 2 });
  people = [];
  for (const [preset, identity] of [
    ['publisher', 'ada'],
    ['guest', 'grace'],
    ['silent-observer', 'nobody'],
  ] as const) {
    people.push(await join(server.url, (await desk.issueByPreset(preset, { identity, room })).jwt));
  }
}, 60_000);
afterAll(async () => {
  for (const person of people) await person.leave();
  await admin.deleteRoom(room);
  await dispose();
}, 60_000);

const ask = (asked: object, at = desk) => at.calls['tokens.situation'](situationRequest.parse({ profileId: desk.profileId, ...asked }));
const codes = async (asked: object) => (await ask(asked)).lints.map(({ code }) => code);

test('counts as the server does against its limit: hidden observers take no seat', async () => {
  expect(await ask({ room, identity: 'linus' })).toMatchObject({
    roomExists: true,
    participants: 2,
    maxParticipants: 2,
    identityPresent: false,
    lints: [{ code: 'room-full', tone: 'amber', values: { participants: 2, maxParticipants: 2 } }],
  });
});

test('a full room takes who is in it already, which ends their other session; another identity is one click away', async () => {
  const { identityPresent, lints } = await ask({ room, identity: 'ada' });
  expect(identityPresent).toBe(true);
  expect(lints).toEqual([
    expect.objectContaining({ code: 'identity-in-room', tone: 'amber', cure: { identity: expect.stringMatching(/^ada-[0-9a-f]{8}$/) } }),
  ]);
  const { jwt } = await desk.issueByPreset('guest', { identity: 'ada', room });
  people.push(await join(server.url, jwt));
});

test('a full room takes a silent observer', async () => {
  expect(await codes({ room, identity: 'watcher', uncounted: true })).toEqual([]);
  people.push(await join(server.url, (await desk.issueByPreset('silent-observer', { identity: 'watcher', room })).jwt));
});

test('a full room does refuse another guest, though the server’s own check admits them', async () => {
  const { jwt } = await desk.issueByPreset('guest', { identity: 'linus', room });
  expect(await desk.ask(jwt)).toMatchObject({ admitted: true });
  await expect(join(server.url, jwt)).rejects.toThrow();
});

test('settings and presets are for a room that is not there yet', async () => {
  expect(await codes({ room, identity: 'ada-2', uncounted: true, roomSettings: true })).toEqual(['room-settings-live']);
  expect(await codes({ room: 'not-there', identity: 'ada', roomSettings: true })).toEqual(['room-absent']);
});

test('without a room nothing is asked of the server', async () => {
  const away = openTokenDesk({ ...server, url: 'ws://127.0.0.1:9' });
  expect(await ask({ identity: 'ada' }, away)).toMatchObject({ roomExists: false, lints: [] });
  await expect(ask({ room }, away)).rejects.toMatchObject({ code: 'unreachable' });
});

test('a secret that is too short is told, its length alone', async () => {
  const weak = openTokenDesk({ ...server, apiSecret: 'secret' });
  expect((await ask({}, weak)).lints).toEqual([expect.objectContaining({ code: 'secret-short', values: { bytes: 6, limit: 32 } })]);
});

test('a wrong secret is a failure, not an empty room', async () => {
  const wrong = openTokenDesk({ ...server, apiSecret: 'x'.repeat(40) });
  await expect(ask({ room }, wrong)).rejects.toMatchObject({ code: 'wrong-secret' });
});

test('suggests the rooms of the server by name', async () => {
  expect(await desk.calls['tokens.rooms']({ id: desk.profileId })).toContainEqual({ name: room, participants: expect.any(Number) });
});

test('an issued token is announced by its fingerprint alone', async () => {
  const { emitted, issueByPreset } = openTokenDesk(server);
  const issued = await issueByPreset('guest', { identity: 'ada', room });
  const { fingerprint, issuedAt, expiresAt } = issued;
  expect(emitted).toEqual([['tokens.issued', { profileId: desk.profileId, identity: 'ada', room, fingerprint, issuedAt, expiresAt }]]);
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(JSON.stringify(emitted)).not.toMatch(/eyJ/);
  expect(Date.parse(expiresAt) - Date.parse(issuedAt)).toBe(3_600_000);
});

test.each([
  [30, 'clock-ahead'],
  [-30, 'clock-behind'],
])('a clock that is %i s ahead is said, while the server still forgives it', async (seconds, code) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });
  try {
    const { lints } = await ask({ room: 'nowhere-yet', identity: 'ada' });
    const [found] = lints.filter((lint) => lint.code.startsWith('clock'));
    expect(found).toMatchObject({ code, tone: 'amber' });
    expect(Math.abs(Number(found?.values.seconds) - 30)).toBeLessThanOrEqual(1);
  } finally {
    vi.useRealTimers();
  }
});
