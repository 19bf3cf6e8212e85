import { RoomServiceClient } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { expect, test } from './fixture';
import { saveServerAndJoin } from './join-room';

const server = testServer();
const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);

test('ten participants are added, seen by the server, and gone after stop and after the page', async ({ page, violations }) => {
  test.setTimeout(480_000); // fourteen connections, on two cores that eight suites share
  const room = `many-${Date.now()}`;
  const extras = async () => (await rooms.listParticipants(room)).filter(({ identity }) => identity.startsWith('qa-bot-'));
  await saveServerAndJoin(page, room);
  await page.getByRole('button', { name: /^Add participants/ }).click();
  await page.getByLabel('How many').fill('10');
  await page.getByRole('combobox', { name: 'They send' }).click();
  await page.getByRole('option', { name: 'Tone only' }).click();
  await page.getByRole('button', { name: 'Add 10' }).click();
  await expect.poll(async () => (await extras()).length, { timeout: 180_000 }).toBe(10);
  const figures = page.getByRole('table', { name: 'Figures of each participant' });
  await expect(figures.getByRole('row', { name: /qa-bot-.*-10 in the room .* 0\.(0[1-9]|[1-9]\d) / })).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await extras()).filter(({ tracks }) => tracks.length > 0).length, { timeout: 60_000 }).toBe(10);

  await page.getByRole('button', { name: 'Stop all 10' }).click();
  await expect.poll(async () => (await extras()).length, { timeout: 60_000 }).toBe(0);

  await page.getByLabel('How many').fill('3');
  await page.getByRole('button', { name: 'Add 3' }).click();
  await expect.poll(async () => (await extras()).length, { timeout: 60_000 }).toBe(3);
  expect(violations).toEqual([]);
  await page.close();
  await expect.poll(async () => (await rooms.listParticipants(room)).length, { timeout: 60_000 }).toBe(0);
});

test('when the page crashes, nobody of those it added stays on the server', async ({ page, context }) => {
  test.setTimeout(360_000);
  const room = `crash-${Date.now()}`;
  await saveServerAndJoin(page, room);
  await page.getByRole('button', { name: /^Add participants/ }).click();
  await page.getByLabel('How many').fill('3');
  await page.getByRole('combobox', { name: 'They send' }).click();
  await page.getByRole('option', { name: 'Tone only' }).click();
  await page.getByRole('button', { name: 'Add 3' }).click();
  await expect.poll(async () => (await rooms.listParticipants(room)).length, { timeout: 90_000 }).toBe(4);
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
  await expect.poll(async () => (await rooms.listParticipants(room)).length, { timeout: 90_000 }).toBe(0);
});
