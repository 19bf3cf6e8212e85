import { once } from 'node:events';
import { dispose } from '@livekit/rtc-node';
import { type ParticipantInfo, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
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
const person = (name: string) => {
  const found = people.get(name);
  if (!found) throw new Error(`${name} has not joined`);
  return found;
};

beforeAll(async () => {
  witness = await join(server.url, (await desk.issueByPreset('publisher', { identity: 'witness', room })).jwt);
  await witness.publishMicrophone();
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

/** Each sends its own name. */
const heardByWitness = () => witness.received.filter((text) => names.includes(text)).sort();

test('each hears the one who speaks', async () => {
  await vi.waitFor(() => expect(names.filter((name) => person(name).person.hears.has('witness'))).toEqual(names), 20_000);
});

test('those who may send data are heard, the others are not', async () => {
  for (const name of names)
    await person(name)
      .person.send(name)
      .catch(() => {});
  await vi.waitFor(() => expect(heardByWitness()).toEqual(having('sendsData')), 20_000);
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
  expect(heardByWitness()).toEqual(having('sendsData'));
});

test('the hidden are in nobody’s list but the server’s', async () => {
  const joined = (await admin.listParticipants(room)).map(({ identity }) => identity).sort();
  expect(joined).toEqual([...names, 'witness'].sort());
  await vi.waitFor(() => expect(witness.sees().sort()).toEqual(having('seen')), 20_000);
});

test('the recorder, and it alone, lights the recording mark', { timeout: patience }, async () => {
  const recorded = 'recorded-by-a-preset';
  const enter = async (name: string) => join(server.url, (await desk.issueByPreset(name, { identity: name, room: recorded })).jwt);
  const isRecording = async () => (await admin.listRooms([recorded]))[0]?.activeRecording;
  const others = [];
  for (const name of names.filter((one) => one !== 'recorder')) others.push(await enter(name));
  await vi.waitFor(async () => expect(await admin.listParticipants(recorded)).toHaveLength(others.length), 20_000);
  expect(await isRecording()).toBe(false);
  const recorder = await enter('recorder');
  await vi.waitFor(async () => expect(await isRecording()).toBe(true), 20_000);
  await recorder.leave();
  await vi.waitFor(async () => expect(await isRecording()).toBe(false), 20_000);
  for (const one of others) await one.leave();
});

test('those who may change their own name, metadata and attributes can, the others can none of it', { timeout: patience }, async () => {
  for (const name of names) {
    const own = person(name).person.room.localParticipant;
    await own?.setAttributes({ changed: 'yes' }).catch(() => {});
    await own?.updateMetadata('changed').catch(() => {});
    await own?.updateName('changed').catch(() => {});
  }
  const mayEdit = having('editsItself');
  const changed = async (isChanged: (one: ParticipantInfo) => boolean) =>
    (await admin.listParticipants(room)).filter(isChanged).map(({ identity }) => identity);
  await vi.waitFor(async () => expect(await changed(({ attributes }) => attributes.changed === 'yes')).toEqual(mayEdit), 20_000);
  await vi.waitFor(async () => expect(await changed(({ metadata }) => metadata === 'changed')).toEqual(mayEdit), 20_000);
  await vi.waitFor(async () => expect(await changed(({ name }) => name === 'changed')).toEqual(mayEdit), 20_000);
});

test('the agent has the kind of an agent', async () => {
  const kinds = (await admin.listParticipants(room)).filter(({ kind }) => kind !== 0).map(({ identity, kind }) => [identity, kind]);
  expect(kinds).toEqual([['agent', 4]]);
});

describe('with the token itself', () => {
  const moderators = having('moderates');
  const may = (method: string, body: object) => allowed((jwt) => call(jwt, method, body));

  test('only a moderator reads and acts in the room', async () => {
    expect(await may('RoomService/ListParticipants', { room })).toEqual(moderators);
    expect(await may('RoomService/UpdateRoomMetadata', { room, metadata: 'x' })).toEqual(moderators);
    expect((await admin.listRooms([room]))[0]?.metadata).toBe('x');
    expect(await may('RoomService/SendData', { room, data: Buffer.from('from above').toString('base64'), kind: 'RELIABLE' })).toEqual(
      moderators,
    );
    await vi.waitFor(() => expect(witness.received).toContain('from above'), 20_000);
    expect(await may('AgentDispatchService/ListDispatch', { room })).toEqual(moderators);
  });

  test('only a moderator mutes, changes and removes someone', { timeout: patience }, async () => {
    const identity = 'heckler';
    const { jwt } = await desk.issueByPreset('publisher', { identity, room });
    const heckler = await join(server.url, jwt);
    const listed = async () => (await admin.listParticipants(room)).find((one) => one.identity === identity);
    try {
      await heckler.publishMicrophone();
      await vi.waitFor(async () => expect((await listed())?.tracks).toHaveLength(1), 20_000);
      const [track] = (await listed())?.tracks ?? [];
      expect(await may('RoomService/MutePublishedTrack', { room, identity, track_sid: track?.sid, muted: true })).toEqual(moderators);
      await vi.waitFor(async () => expect((await listed())?.tracks[0]?.muted).toBe(true), 20_000);
      const permission = { can_subscribe: true, can_publish: false, can_publish_data: false };
      expect(await may('RoomService/UpdateParticipant', { room, identity, name: 'Heckler', permission })).toEqual(moderators);
      await vi.waitFor(async () => expect(await listed()).toMatchObject({ name: 'Heckler', permission: { canPublish: false } }), 20_000);
      expect(await may('RoomService/RemoveParticipant', { room, identity })).toEqual(moderators);
      await vi.waitFor(async () => expect(await listed()).toBeUndefined(), 20_000);
    } finally {
      await heckler.leave();
    }
  });

  test.each([
    ['RoomService/ListParticipants', { room: 'another-room' }],
    ['RoomService/RemoveParticipant', { room: 'another-room', identity: 'witness' }],
    ['RoomService/MoveParticipant', { room, identity: 'witness', destination_room: 'another-room' }],
    ['RoomService/ForwardParticipant', { room, identity: 'witness', destination_room: 'another-room' }],
    ['RoomService/ListRooms', {}],
    ['RoomService/CreateRoom', { name: 'another-room' }],
    ['RoomService/DeleteRoom', { room }],
    ['AgentDispatchService/CreateDispatch', { room: 'another-room', agent_name: 'helper' }],
    ['Egress/ListEgress', {}],
    ['Egress/StartRoomCompositeEgress', { room_name: room, file: { filepath: 'a.mp4' } }],
    ['Egress/StartTrackEgress', { room_name: room, track_id: 'TR_x', file: { filepath: 'a.mp4' } }],
    ['Ingress/ListIngress', {}],
    ['Ingress/CreateIngress', { input_type: 'RTMP_INPUT', name: 'x', room_name: room, participant_identity: 'x' }],
    ['SIP/ListSIPInboundTrunk', {}],
    ['SIP/CreateSIPInboundTrunk', { trunk: { name: 'x', numbers: ['+49305550100'] } }],
    ['SIP/CreateSIPParticipant', { sip_trunk_id: 'ST_x', sip_call_to: '+49305550100', room_name: room }],
  ])('nobody may %s %j', async (method, body) => {
    expect(await may(method, body)).toEqual([]);
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
