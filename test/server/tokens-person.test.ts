import { dispose } from '@livekit/rtc-node';
import { AgentDispatchClient, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, expect, test } from 'vitest';
import type { TokenRequest } from '../../main/contract/tokens';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { openTokenDesk } from './token-desk';

const server = testServer();
const desk = openTokenDesk(server);
const admin = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
afterAll(dispose);

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
  const dispatches = new AgentDispatchClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  expect(await dispatches.listDispatch('settled')).toMatchObject([{ agentName: 'helper', metadata: 'm' }]);
  const [listed] = await admin.listParticipants('settled');
  expect(listed).toMatchObject({ identity: asked.identity, name: asked.name, metadata: asked.metadata, attributes: asked.attributes });
  expect(listed?.permission).toMatchObject({ canPublish: true, canSubscribe: false, canPublishData: false, canPublishSources: [1, 3] });
  await ada.leave();
  await admin.deleteRoom('settled');
});
