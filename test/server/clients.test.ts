import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClients } from '../../main/livekit/clients';
import { testServer } from '../setup/livekit-server';
import { type ReverseProxy, startReverseProxy } from '../setup/reverse-proxy';

const server = testServer();
const credentials = { serverUrl: server.url, apiKey: server.apiKey, apiSecret: server.apiSecret };
let proxy: ReverseProxy;
beforeAll(async () => {
  proxy = await startReverseProxy(server.url, { prefix: '/media/livekit' });
});
afterAll(() => proxy.close());

test('every client reaches a server behind a path prefix', async () => {
  const { rooms, egress, agents, call } = createClients({ ...credentials, serverUrl: proxy.url });
  const room = await rooms.createRoom({ name: 'behind-a-prefix' });
  expect(room.sid).toMatch(/^RM_/);
  expect((await rooms.listRooms(['behind-a-prefix'])).map(({ name }) => name)).toEqual(['behind-a-prefix']);
  expect((await agents.listDispatch('behind-a-prefix')).length).toBeGreaterThan(0);
  await expect(egress.listEgress()).rejects.toMatchObject({ code: 'no-redis' });
  expect(
    await call('RoomService', 'ListParticipants', { room: 'behind-a-prefix' }, { video: { roomAdmin: true, room: 'behind-a-prefix' } }),
  ).toEqual({
    participants: [],
  });
  await rooms.deleteRoom('behind-a-prefix');
});

test('a prefix that the proxy does not know is a wrong path', async () => {
  const { rooms } = createClients({ ...credentials, serverUrl: proxy.url.replace('/media', '/medium') });
  await expect(rooms.listRooms()).rejects.toMatchObject({ code: 'wrong-path' });
});

test('an answer that a proxy has packed is read, also where it refuses', async () => {
  const packer = await startReverseProxy(server.url, { zips: true });
  try {
    const { rooms } = createClients({ ...credentials, serverUrl: packer.url });
    expect(await rooms.listRooms(['nobody-has-this-one'])).toEqual([]);
    await expect(rooms.deleteRoom('nobody-has-this-one')).rejects.toMatchObject({ code: 'room-absent' });
  } finally {
    await packer.close();
  }
});

test('an unknown key and a wrong secret are told apart, and the answer holds no token', async () => {
  const unknown = createClients({ ...credentials, apiKey: 'APInobody' });
  await expect(unknown.rooms.listRooms()).rejects.toMatchObject({ code: 'unknown-key' });
  const wrong = createClients({ ...credentials, apiSecret: 'not-the-secret-of-this-key-at-all' });
  const refusal = await wrong.rooms.listRooms().catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'wrong-secret', details: { answer: expect.stringContaining('signature is invalid') } });
  expect(JSON.stringify(refusal) + String(refusal)).not.toMatch(/eyJ/);
});

test('what is gone is named: room, participant, or either', async () => {
  const { rooms } = createClients(credentials);
  await expect(rooms.deleteRoom('no-such-room')).rejects.toMatchObject({ code: 'room-absent' });
  await expect(rooms.removeParticipant('no-such-room', 'ada')).rejects.toMatchObject({ code: 'participant-absent' });
  await expect(rooms.mutePublishedTrack('no-such-room', 'ada', 'TR_x', true)).rejects.toMatchObject({ code: 'nobody-answers' });
});

test('a server that is not there is unreachable, one that is silent times out', async () => {
  await expect(createClients({ ...credentials, serverUrl: 'ws://127.0.0.1:9' }).rooms.listRooms()).rejects.toMatchObject({
    code: 'unreachable',
  });
  const impatient = createClients(credentials, { timeoutSeconds: 0.5 });
  // The server itself waits 3 s for a participant who is not there.
  await expect(impatient.rooms.mutePublishedTrack('no-such-room', 'ada', 'TR_x', true)).rejects.toMatchObject({ code: 'timeout' });
});
