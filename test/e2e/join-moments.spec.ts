import { RoomServiceClient } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { expect, test } from './fixture';
import { saveServerAndJoin } from './join-room';

const server = testServer();

/** The server renews a token when its holder's rights change, and every 5 minutes: the first of them is quick enough for a story. */
test('rights that change and a token that is renewed are shown as they happen', async ({ page }) => {
  const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const room = `moments-${Date.now()}`;
  await saveServerAndJoin(page, room);
  const moments = page.getByRole('list', { name: 'What happened' });
  await expect(moments).toContainText('Published: camera', { timeout: 60_000 });
  const renewed = moments.getByRole('listitem').filter({ hasText: 'The server renewed the token' });
  const before = await renewed.count();
  const [me] = await rooms.listParticipants(room);
  const permission = { canPublish: true, canSubscribe: true, canPublishData: false };
  await rooms.updateParticipant(room, me?.identity ?? '', { permission });
  await expect(moments).toContainText('Permissions changed: canPublishData: no');
  await expect.poll(() => renewed.count()).toBeGreaterThan(before);
});
