import { startLiveKitServer } from '../setup/livekit-server';
import { expect, test } from './fixture';
import { liveRoom } from './live-room';

test('a live view outlives a crash of the server, and says what it missed', async ({ page }) => {
  const server = await startLiveKitServer();
  const live = await liveRoom(page, 'ward-round', server);
  await live.joins({ identity: 'ada' });
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await server.restart();
  await live.joins({ identity: 'bob' });
  await expect(live.row(/bob/)).toBeVisible();
  await expect(page.getByText(/^Not watched from/)).toBeVisible();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  const observers = async () => (await live.inRoom()).filter((identity) => identity.startsWith('roomkeeper-observer-'));
  await expect.poll(observers).toHaveLength(1);
  await live.leave();
  await server.stop();
});
