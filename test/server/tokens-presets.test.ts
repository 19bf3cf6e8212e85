import { once } from 'node:events';
import { dispose } from '@livekit/rtc-node';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { TokenRequest } from '../../main/contract/tokens';
import { httpUrl } from '../../main/livekit/http-url';
import { testServer } from '../setup/livekit-server';
import { join, type Participant } from '../setup/participant';
import { openTokenDesk } from './token-desk';

const server = testServer();
const desk = openTokenDesk(server);
const admin = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
const room = 'every-preset';
/** rtc-node gives up on a publication after 10 s; the server says nothing to one that it does not allow. */
const patience = 60_000;

type Case = {
  publishes: boolean;
  sendsData: boolean;
  seen: boolean;
  moderates: boolean;
  editsItself: boolean;
  worksAsAgent: boolean;
};
const nothing: Case = { publishes: false, sendsData: false, seen: true, moderates: false, editsItself: false, worksAsAgent: false };
/** What each may do, and by its absence here, may not. */
const presets: Record<string, Case> = {
  guest: { ...nothing, sendsData: true },
  publisher: { ...nothing, sendsData: true, publishes: true },
  moderator: { ...nothing, sendsData: true, publishes: true, moderates: true },
  'silent-observer': { ...nothing, seen: false, worksAsAgent: true },
  agent: { ...nothing, sendsData: true, publishes: true, editsItself: true, worksAsAgent: true },
  recorder: { ...nothing, seen: false },
};
const names = Object.keys(presets);
const having = (right: keyof Case) => names.filter((name) => presets[name]?.[right]).sort();

const people = new Map<string, { person: Participant; jwt: string }>();
let witness: Participant;
let recordingBefore: boolean | undefined;
const person = (name: string) => {
  const found = people.get(name);
  if (!found) throw new Error(`${name} has not joined`);
  return found;
};

beforeAll(async () => {
  witness = await join(server.url, (await desk.issueByPreset('publisher', { identity: 'witness', room })).jwt);
  await witness.publishMicrophone();
  recordingBefore = (await admin.listRooms([room]))[0]?.activeRecording;
  for (const name of names) {
    const { jwt } = await desk.issueByPreset(name, { identity: name, room });
    people.set(name, { person: await join(server.url, jwt), jwt });
  }
}, patience);
afterAll(async () => {
  for (const { person } of people.values()) await person.leave();
  await witness.leave();
  await admin.deleteRoom(room);
  await dispose();
}, patience);

/** Calls RoomService with the token itself, as its holder could; answers the HTTP status. */
async function call(jwt: string, method: string, body: object): Promise<number> {
  const { status } = await fetch(httpUrl(server.url, `/twirp/livekit.${method}`), {
    method: 'POST',
    headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return status;
}
const allowed = async (ask: (jwt: string) => Promise<number>) => {
  const statuses = await Promise.all(names.map(async (name) => [name, await ask(person(name).jwt)] as const));
  expect(statuses.filter(([, status]) => status !== 200 && status !== 401)).toEqual([]);
  return statuses
    .filter(([, status]) => status === 200)
    .map(([name]) => name)
    .sort();
};

test('each hears the one who speaks', async () => {
  await vi.waitFor(() => expect(names.filter((name) => person(name).person.hears.has('witness'))).toEqual(names), 10_000);
});

test('those who may send data are heard, the others are not', async () => {
  for (const name of names)
    await person(name)
      .person.send(name)
      .catch(() => {});
  await vi.waitFor(() => expect([...witness.received].sort()).toEqual(having('sendsData')), 10_000);
});

test('those who may publish do, microphone and camera, and no other', { timeout: patience }, async () => {
  const attempts = names.flatMap((name) => [person(name).person.publishMicrophone(), person(name).person.publishCamera()]);
  const outcomes = await Promise.allSettled(attempts);
  const published = names.filter(
    (_, index) => outcomes[2 * index]?.status === 'fulfilled' && outcomes[2 * index + 1]?.status === 'fulfilled',
  );
  expect(published.sort()).toEqual(having('publishes'));
  const listed = await admin.listParticipants(room);
  expect(
    listed
      .filter(({ identity, tracks }) => identity !== 'witness' && tracks.length > 0)
      .map(({ identity }) => identity)
      .sort(),
  ).toEqual(having('publishes'));
  // After the 10 s that the refused ones took: nothing came late.
  expect([...witness.received].sort()).toEqual(having('sendsData'));
});

test('the hidden are in nobody’s list but the server’s', async () => {
  const joined = (await admin.listParticipants(room)).map(({ identity }) => identity).sort();
  expect(joined).toEqual([...names, 'witness'].sort());
  await vi.waitFor(() => expect(witness.sees().sort()).toEqual(having('seen')), 10_000);
});

test('the recorder, and it alone, lights the recording mark', async () => {
  expect(recordingBefore).toBe(false);
  await vi.waitFor(async () => expect((await admin.listRooms([room]))[0]?.activeRecording).toBe(true), 10_000);
  await person('recorder').person.leave();
  await vi.waitFor(async () => expect((await admin.listRooms([room]))[0]?.activeRecording).toBe(false), 10_000);
});

test('those who may change their own attributes can, the others cannot', async () => {
  const present = names.filter((name) => name !== 'recorder');
  for (const name of present)
    await person(name)
      .person.room.localParticipant?.setAttributes({ changed: 'yes' })
      .catch(() => {});
  const changed = async () =>
    (await admin.listParticipants(room)).filter(({ attributes }) => attributes.changed === 'yes').map(({ identity }) => identity);
  await vi.waitFor(async () => expect(await changed()).toEqual(having('editsItself')), 10_000);
});

test('the agent has the kind of an agent', async () => {
  const kinds = (await admin.listParticipants(room)).filter(({ kind }) => kind !== 0).map(({ identity, kind }) => [identity, kind]);
  expect(kinds).toEqual([['agent', 4]]);
});

describe('with the token itself', () => {
  test('only a moderator reads and acts in the room', async () => {
    expect(await allowed((jwt) => call(jwt, 'RoomService/ListParticipants', { room }))).toEqual(having('moderates'));
    expect(await allowed((jwt) => call(jwt, 'RoomService/UpdateRoomMetadata', { room, metadata: 'x' }))).toEqual(having('moderates'));
  });

  test.each([
    ['RoomService/ListParticipants', { room: 'another-room' }],
    ['RoomService/ListRooms', {}],
    ['RoomService/CreateRoom', { name: 'another-room' }],
    ['RoomService/DeleteRoom', { room }],
    ['Egress/ListEgress', {}],
    ['Ingress/ListIngress', {}],
    ['SIP/ListSIPInboundTrunk', {}],
  ])('nobody may %s %j', async (method, body) => {
    expect(await allowed((jwt) => call(jwt, method, body))).toEqual([]);
  });

  test('those with the agent grant may register as a worker, which is why the preview says so', async () => {
    const registers = async (jwt: string) => {
      const socket = new WebSocket(`${server.url}/agent?protocol=1`, { headers: { authorization: `Bearer ${jwt}` } });
      const answer = await Promise.race([
        once(socket, 'open').then(() => 200),
        once(socket, 'unexpected-response').then(([, { statusCode }]) => Number(statusCode)),
      ]);
      socket.on('error', () => {}).terminate();
      return answer;
    };
    expect(await allowed(registers)).toEqual(having('worksAsAgent'));
  });
});

test('an ingress manager reaches the ingress service and joins nothing', async () => {
  const { jwt, joinLink } = await desk.issueByPreset('ingress-manager', { identity: '', room: '' });
  expect(joinLink).toBeNull();
  expect(await desk.ask(jwt)).toMatchObject({ reason: 'no-join' });
  expect(await call(jwt, 'Ingress/ListIngress', {})).toBe(500); // allowed, but this server has no Redis
  expect(await call(jwt, 'RoomService/ListRooms', {})).toBe(401);
});

test('what the token says of a person and their room is what the server then shows', async () => {
  const asked: Omit<TokenRequest, 'profileId'> = {
    identity: 'ada ❤',
    name: 'Ada "the first"',
    room: 'settled',
    metadata: '{"desk":7}',
    attributes: { role: 'host', 'odd key': '\n' },
    grants: { roomJoin: true, canPublish: true, canPublishSources: ['camera', 'screen_share'] },
    roomConfig: { maxParticipants: 3, emptyTimeout: 61, metadata: 'kept', agents: [{ agentName: 'helper', metadata: 'm' }] },
    ttlSeconds: 600,
  };
  const ada = await join(server.url, (await desk.issue(asked)).jwt);
  const [settled] = await admin.listRooms(['settled']);
  expect(settled).toMatchObject({ maxParticipants: 3, emptyTimeout: 61, metadata: 'kept' });
  const [listed] = await admin.listParticipants('settled');
  expect(listed).toMatchObject({ identity: asked.identity, name: asked.name, metadata: asked.metadata, attributes: asked.attributes });
  expect(listed?.permission).toMatchObject({ canPublish: true, canSubscribe: false, canPublishData: false, canPublishSources: [1, 3] });
  await ada.leave();
  await admin.deleteRoom('settled');
});
