import { RoomServiceClient } from 'livekit-server-sdk';
import { expect, test } from 'vitest';
import { httpUrl } from '../../main/livekit/http-url';
import { testServer } from '../setup/livekit-server';
import { openTokenDesk } from './token-desk';

const server = testServer();
const desk = openTokenDesk(server);
const rooms = new RoomServiceClient(httpUrl(server.url), server.apiKey, server.apiSecret);

/** Each right with what became of it. */
async function tried(jwt: string) {
  const tries = await desk.calls['tokens.tryRights']({ profileId: desk.profileId, jwt });
  expect(JSON.stringify(tries)).not.toContain(jwt);
  return Object.fromEntries(tries.map(({ right, outcome }) => [right, outcome]));
}
const none = {
  roomAdmin: 'refused',
  roomList: 'refused',
  roomCreate: 'refused',
  roomRecord: 'refused',
  ingressAdmin: 'refused',
  sipAdmin: 'refused',
};

test('a guest may nothing over the API, a moderator look after the room', async () => {
  const asked = { identity: 'ada', room: 'rights' };
  expect(await tried((await desk.issueByPreset('guest', asked)).jwt)).toEqual(none);
  expect(await tried((await desk.issueByPreset('moderator', asked)).jwt)).toEqual({ ...none, roomAdmin: 'allowed' });
});

test('rights over the whole server are found, also where their service is not there, and no room is made', async () => {
  const before = (await rooms.listRooms()).map(({ name }) => name);
  const grants = { roomCreate: true, roomList: true, ingressAdmin: true };
  const { jwt } = await desk.issue({ identity: 'ada', room: 'rights-of-all', grants, ttlSeconds: 600, reason: 'test' });
  expect(await tried(jwt)).toEqual({ ...none, roomCreate: 'allowed', roomList: 'allowed', ingressAdmin: 'allowed' });
  expect((await rooms.listRooms()).map(({ name }) => name)).toEqual(expect.not.arrayContaining(['rights-of-all']));
  expect((await rooms.listRooms()).filter(({ name }) => !before.includes(name) && name.startsWith('xxx'))).toEqual([]);
});

test('a token of another key may nothing, and a server that is away is not taken for a no', async () => {
  const { jwt } = await openTokenDesk({ ...server, apiKey: 'APInobody' }).issueByPreset('moderator', { identity: 'ada', room: 'rights' });
  expect(await tried(jwt)).toEqual(none);
  const away = openTokenDesk({ ...server, url: 'ws://127.0.0.1:9' });
  expect(await away.calls['tokens.tryRights']({ profileId: away.profileId, jwt })).toContainEqual(
    expect.objectContaining({ right: 'roomAdmin', outcome: 'unclear' }),
  );
});
