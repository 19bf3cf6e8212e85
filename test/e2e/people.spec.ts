import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { connect } from './connect';
import { expect, test } from './fixture';

const server = testServer();
const rooms = new RoomServiceClient(server.url.replace(/^ws/, 'http'), server.apiKey, server.apiSecret);

test('a speaking person is found among several rooms by a part of their name, and muted', async ({ page, violations }) => {
  for (const name of ['people-empty', 'people-other']) await rooms.createRoom({ name });
  const own = new AccessToken(server.apiKey, server.apiSecret, { identity: 'patient-4711', name: 'Karin Albrecht', ttl: 600 });
  own.addGrant({ roomJoin: true, room: 'people-clinic' });
  const karin = await join(server.url, await own.toJwt());
  await karin.publishMicrophone();
  const isMuted = async () => (await rooms.getParticipant('people-clinic', 'patient-4711')).tracks.map(({ muted }) => muted);
  await expect.poll(isMuted).toEqual([false]);

  await connect(page, server);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByLabel('Find a participant').fill('ALBR');
  await page.keyboard.press('Enter');
  const row = page.getByRole('table', { name: 'People found' }).getByRole('row', { name: /patient-4711/ });
  await expect(row.locator('mark')).toHaveText('Albr');
  await expect(row.getByRole('link', { name: 'people-clinic' })).toBeVisible();

  await row.getByRole('button', { name: 'Mute microphone', exact: true }).click();
  await expect(row.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  expect(await isMuted()).toEqual([true]);

  await row.getByRole('button', { name: 'Details' }).click();
  const panel = page.getByRole('complementary', { name: 'Details of Karin Albrecht' });
  await expect(panel).toContainText('people-clinic');
  await expect(panel.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('0 found')).toBeVisible();
  await expect(panel).toContainText('No longer in the room');

  await page.getByLabel('Find a participant').fill('nobody-has-this');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nobody matches “nobody-has-this”' })).toBeVisible();
  expect(violations).toEqual([]);
  await karin.leave();
  for (const name of ['people-empty', 'people-other']) await rooms.deleteRoom(name);
});
