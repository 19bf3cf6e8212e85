import type { Page } from '@playwright/test';
import { AccessToken, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

const server = testServer();
const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
const inRoom = async (room: string) => (await rooms.listParticipants(room)).map(({ identity }) => identity);
const tokenFor = (identity: string, grant: VideoGrant) => {
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity, ttl: 600 });
  token.addGrant({ roomJoin: true, ...grant });
  return token.toJwt();
};

const run = (page: Page) => page.getByRole('button', { name: 'Test as this participant' });
async function testToken(page: Page, token: string) {
  await openPlace(page, 'join/rights');
  await page.getByRole('textbox', { name: 'Token or join link' }).fill(token);
  await run(page).click();
}
/** The cells of a row: what the token says, what the server did. */
async function expectRow(page: Page, right: string, says: RegExp, did: RegExp) {
  const row = page
    .getByRole('table', { name: 'Rights of this token' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: right, exact: true }) });
  await expect(row.getByRole('cell').first(), right).toHaveText(says);
  await expect(row.getByRole('cell').last(), right).toHaveText(did, { timeout: 60_000 });
}

test('a guest who may not publish is let in, hears, writes, and is refused the rest by the server itself', async ({ page, violations }) => {
  const room = `guest-${Date.now()}`;
  const ann = await join(server.url, await tokenFor('ann', { room }));
  await ann.publishMicrophone();
  await saveServer(page);
  await testToken(page, await tokenFor('guest', { room, canPublish: false, canPublishData: true }));
  await expectRow(page, 'Join the room', /^yes/, /^Allowed$/);
  await expectRow(page, 'Receive media', /^yes.*canSubscribe: not set/, /^Allowed$/);
  for (const right of ['Publish a camera', 'Publish a microphone', 'Share a screen', 'Share the sound of a screen'])
    await expectRow(page, right, /^no.*canPublish: false/, /^Refused NOT_ALLOWED$/);
  await expectRow(page, 'Send data', /^yes/, /^Allowed$/);
  await expectRow(page, 'Change own name, metadata, attributes', /^no/, /^Refused.*does not have permission/);
  await expectRow(page, 'Hidden', /^no/, /^The others see it$/);
  await expectRow(page, 'Moderate this room', /^no/, /^Refused.*permissions denied/);
  await expect(page.getByRole('status').getByText('The server does as the token says')).toBeVisible();
  await expect.poll(() => inRoom(room)).toEqual(['ann']);
  await ann.leave();
  expect(violations).toEqual([]);
});

test('a moderator publishes and moderates, but nothing beyond the room', async ({ page }) => {
  const room = `moderator-${Date.now()}`;
  await saveServer(page);
  await testToken(page, await tokenFor('mod', { room, roomAdmin: true, canPublishSources: [2], canUpdateOwnMetadata: true }));
  await expectRow(page, 'Receive media', /^yes/, /^Not tried/);
  await expectRow(page, 'Publish a camera', /^no.*canPublishSources: microphone/, /^Refused/);
  await expectRow(page, 'Publish a microphone', /^yes/, /^Allowed$/);
  await expectRow(page, 'Send data', /^yes/, /^Allowed$/);
  await expectRow(page, 'Change own name, metadata, attributes', /^yes/, /^Allowed$/);
  await expectRow(page, 'Moderate this room', /^yes/, /^Allowed$/);
  await expectRow(page, 'List all rooms', /^no/, /^Refused/);
  await expect(page.getByRole('status').getByText('The server does as the token says')).toBeVisible();
  await expect.poll(() => inRoom(room)).toEqual([]);
});

test('nobody who is in the room is put out without being asked about', async ({ page }) => {
  const room = `present-${Date.now()}`;
  const token = await tokenFor('ann', { room });
  const ann = await join(server.url, token);
  await saveServer(page);
  await testToken(page, token);
  const dialog = page.getByRole('dialog', { name: 'Join as ann, who is in the room?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await inRoom(room)).toEqual(['ann']);
  await run(page).click();
  await dialog.getByRole('button', { name: 'Join as ann' }).click();
  await expectRow(page, 'Join the room', /^yes/, /^Allowed$/);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('status').getByText('Stopped')).toBeVisible();
  await expect.poll(() => inRoom(room)).toEqual([]);
  await ann.leave();
});

test('an expired token is refused, and says why', async ({ page }) => {
  await saveServer(page);
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity: 'late', ttl: -600 });
  token.addGrant({ roomJoin: true, room: 'late' });
  await testToken(page, await token.toJwt());
  await expectRow(page, 'Valid now', /^no/, /^Refused$/);
  await expectRow(page, 'Join the room', /^yes/, /^Refused.*The token has expired\./);
  await expectRow(page, 'Publish a camera', /^yes/, /^Not tried/);
  await expect(page.getByRole('status').getByText('The server does not let this token in')).toBeVisible();
});

test('the token desk leads to the test of the token that it issued', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.identity.fill('grace');
  await desk.room.fill('ward-round');
  await desk.preset('Guest').click();
  await desk.issue.click();
  await desk.button('Test as this participant').click();
  await expect(page.getByText('grace joins ward-round')).toBeVisible();
  await expectRow(page, 'Moderate this room', /^no/, /^–$/);
  await run(page).click();
  await expectRow(page, 'Moderate this room', /^no/, /^Refused/);
});
