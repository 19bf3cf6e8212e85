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

test('a room that is open already says what it is otherwise; its metadata is changed and cleared, and each act is copied as a command', async ({
  page,
  clipboard,
}) => {
  const name = `open/${Date.now()}`;
  const metadata = async () => (await rooms.listRooms([name])).map((room) => room.metadata);
  await rooms.createRoom({ name, maxParticipants: 4 });
  await connect(page, server);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  await page.getByRole('button', { name: 'Create room' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create room' });
  await dialog.getByLabel('Room name').fill(name);
  await dialog.getByLabel('Most people').fill('7');
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toContainText('This room was open already');
  await expect(dialog.locator('code')).toHaveText('maxParticipants: 7 → 4');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByLabel('Filter rooms').fill(name);
  const row = page.getByRole('table', { name: 'Rooms' }).getByRole('row', { name: new RegExp(name) });
  await row.click();
  await row.getByRole('button', { name: `Copy as a command: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'For lk' }).last().click();
  await expect.poll(clipboard).toBe(`LIVEKIT_URL=${server.url} lk room delete -- ${name}`);
  const edit = page.getByRole('dialog', { name: `Metadata of ${name}` });
  for (const text of ['{"ward":4}', '']) {
    await row.getByRole('button', { name: `Edit metadata: ${name}` }).click();
    await edit.getByLabel('Metadata').fill(text);
    await edit.getByRole('button', { name: 'Copy as a command' }).click();
    await page.getByRole('menuitem', { name: 'For curl' }).click();
    await expect.poll(clipboard).toContain('UpdateRoomMetadata');
    await edit.getByRole('button', { name: 'Save metadata' }).click();
    await expect(edit).toHaveCount(0);
    expect(await metadata()).toEqual([text]);
  }
  expect(await clipboard()).not.toContain(server.apiSecret);
  await rooms.deleteRoom(name);
});

test('the columns and the order that were chosen are there again after a reload', async ({ page }) => {
  const name = `columns/${Date.now()}`;
  await rooms.createRoom({ name });
  await connect(page, server);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  const head = (column: string) => page.getByRole('table', { name: 'Rooms' }).getByRole('columnheader', { name: column });
  await expect(head('SID')).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'SID' }).click();
  await expect(head('SID')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending');
  await page.reload();
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('SID')).toHaveCount(0);
  await rooms.deleteRoom(name);
});
