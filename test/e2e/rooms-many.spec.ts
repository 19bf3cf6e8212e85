import { RoomServiceClient } from 'livekit-server-sdk';
import { startLiveKitServer } from '../setup/livekit-server';
import { connect } from './connect';
import { expect, test } from './fixture';

const count = 3_000;

test('among thousands of rooms one is found as its name is typed, and a refresh leaves the row, its mark and the focus where they are', async ({
  page,
}) => {
  const server = await startLiveKitServer();
  const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const names = Array.from({ length: count }, (_, index) => `clinic/${String(index).padStart(5, '0')}`);
  for (let at = 0; at < count; at += 100) await Promise.all(names.slice(at, at + 100).map((name) => rooms.createRoom({ name })));
  await connect(page, server);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  const table = page.getByRole('table', { name: 'Rooms' });
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 1));
  await page.getByRole('button', { name: 'Name', exact: true }).click();

  await table.getByRole('row', { name: /clinic\/00000/ }).click();
  await page.keyboard.press('End');
  const last = table.getByRole('row', { name: /clinic\/02999/ });
  await expect(last).toBeFocused();
  await page.keyboard.press('x');
  await expect(last).toHaveAttribute('aria-selected', 'true');

  // One more room tells that the list has been read anew.
  await rooms.createRoom({ name: 'zebra' });
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 2));
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-selected', 'true');

  await page.getByLabel('Filter rooms').fill('clinic/0271');
  await expect(table).toHaveAttribute('aria-rowcount', '11');
  await page.getByLabel('Filter rooms').fill('');
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 2));
  await server.stop();
});
