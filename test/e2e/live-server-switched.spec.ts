import { RoomServiceClient } from 'livekit-server-sdk';
import { startLiveKitServer } from '../setup/livekit-server';
import { saveServer } from './console-page';
import { expect, test } from './live-test';

test('with another server opened the live room is left, and the rooms of that server are shown', async ({ page, live }, { testId }) => {
  const other = await startLiveKitServer();
  const rooms = new RoomServiceClient(other.url.replace('ws', 'http'), other.apiKey, other.apiSecret);
  await rooms.createRoom({ name: 'of the other server' });
  // A room of the same name: what acts must not go to it.
  await rooms.createRoom({ name: `room/${testId}` });
  await live.joins({ identity: 'ada' });
  await saveServer(page, { name: 'Second', serverUrl: other.url, apiKey: other.apiKey, apiSecret: other.apiSecret });
  const servers = page.getByRole('dialog').getByRole('button');
  await page.keyboard.press('Control+p');
  await expect(servers.filter({ hasText: 'Second' })).toHaveAttribute('aria-current', 'true');
  await servers.filter({ hasNotText: 'Second' }).first().click();
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await page.keyboard.press('Control+p');
  await servers.filter({ hasText: 'Second' }).click();
  const table = page.getByRole('table', { name: 'Rooms', exact: true });
  await expect(table.getByRole('row', { name: /of the other server/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Participants' })).toHaveCount(0);
  await expect.poll(live.inRoom).toEqual(['ada']);
  expect((await Promise.all((await rooms.listRooms()).map(({ name }) => rooms.listParticipants(name)))).flat()).toEqual([]);
  await other.stop();
});
