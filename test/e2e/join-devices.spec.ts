import { chromium } from '@playwright/test';
import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { chromiumOptions } from '../setup/chromium';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { test as base, expect } from './fixture';
import { countMedia, saveServerAndJoin } from './join-room';

/** A computer with a camera and a microphone, of Chromium's own making. */
const test = base.extend({
  browser: [
    async ({ browserName: _ }, use) => {
      const { args, ...options } = chromiumOptions();
      const fakes = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
      const browser = await chromium.launch({ ...options, args: [...args, ...fakes] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

test('camera and microphone are switched inside the room, the others go on receiving, and the lobby remembers', async ({
  page,
  violations,
}) => {
  page.setDefaultTimeout(60_000);
  const { url, apiKey, apiSecret } = testServer();
  const room = `devices-${Date.now()}`;
  const token = new AccessToken(apiKey, apiSecret, { identity: 'ann' });
  token.addGrant({ roomJoin: true, room });
  const ann = await join(url, await token.toJwt());
  const counted = countMedia(ann);
  const rooms = new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret);
  const sent = async () => {
    const others = (await rooms.listParticipants(room)).filter(({ identity }) => identity !== 'ann');
    return others.flatMap(({ tracks }) => tracks).map(({ source }) => source);
  };
  await saveServerAndJoin(page, room);
  await expect(page.getByRole('button', { name: 'Stop camera' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Devices' }).click();
  const devices = page.getByRole('group', { name: 'Devices' });
  const camera = devices.getByRole('combobox', { name: 'Picture' });
  await expect(camera).toHaveValue('fake_device_0');
  await expect.poll(() => counted.frames, { timeout: 60_000 }).toBeGreaterThan(5);

  await camera.click();
  await page.getByRole('option', { name: 'Test card' }).click();
  await expect(camera).toHaveValue('Test card');
  await expect(devices).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Stop camera' })).toBeVisible();
  const before = counted.frames;
  await expect.poll(() => counted.frames, { timeout: 60_000 }).toBeGreaterThan(before + 5);

  expect(await sent()).toContain(TrackSource.MICROPHONE);
  await devices.getByRole('combobox', { name: 'Sound' }).click();
  await page.getByRole('option', { name: 'Nothing' }).click();
  await expect.poll(sent, { timeout: 60_000 }).toEqual([TrackSource.CAMERA]);

  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Picture' })).toHaveValue('Test card');
  await expect(page.getByRole('combobox', { name: 'Sound' })).toHaveValue('Nothing');
  await ann.leave();
  expect(violations).toEqual([]);
});
