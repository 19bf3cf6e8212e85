import { RoomServiceClient } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { connect } from './connect';
import { expect, test } from './fixture';

const server = testServer();
const rooms = new RoomServiceClient(server.url.replace(/^ws/, 'http'), server.apiKey, server.apiSecret);

test('an operator creates a room, finds it among others, closes it, and the log says so', async ({ page, violations }) => {
  const name = `standup/${Date.now()}`;
  await connect(page, server);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await page.getByRole('button', { name: 'Create room' }).first().click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByLabel('Room name').fill(name);
  await page.getByLabel('Most people').fill('7');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByLabel('Filter rooms').fill(name);
  const row = page.getByRole('table', { name: 'Rooms' }).getByRole('row', { name: new RegExp(name) });
  await expect(row).toBeVisible();
  expect(await rooms.listRooms([name])).toMatchObject([{ name, maxParticipants: 7 }]);

  await row.click();
  await page.keyboard.press('Backspace');
  const dialog = page.getByRole('dialog', { name: `Close ${name}?` });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByLabel('Reason, for the audit log').fill('the test is over');
  await dialog.getByRole('button', { name: 'Close 1 room' }).click();
  await expect(page.getByText(`${name} is closed`).first()).toBeVisible();
  expect(await rooms.listRooms([name])).toEqual([]);

  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(page.getByText(/^Chain verified/)).toBeVisible();
  await page
    .getByRole('table', { name: 'Audit log' })
    .getByRole('row', { name: /Close room/ })
    .click();
  await expect(page.getByText('the test is over')).toBeVisible();
  expect(violations).toEqual([]);
});

test('a room whose name hides characters is shown with them written out', async ({ page }) => {
  const name = `evil\u202eroom ${Date.now()}`;
  await rooms.createRoom({ name });
  await connect(page, server);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await expect(page.getByText('U+202E').first()).toBeVisible();
  await rooms.deleteRoom(name);
});

test('a wrong secret is never an empty server', async ({ page }) => {
  await connect(page, { ...server, apiSecret: 'not-the-secret-of-this-server-at-all' });
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The server does not accept the secret of this key.' })).toBeVisible();
  await expect(page.getByText('No rooms are open')).toBeHidden();
});
