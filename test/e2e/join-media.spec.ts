import { chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium';
import { openPlace } from './console-page';
import { countMedia, joinRoom } from './join-room';
import { test as base, expect } from './live-test';

/** A computer whose screen is of Chromium's own making, and is shared without a question. */
const test = base.extend({
  browser: [
    async ({ browserName: _ }, use) => {
      const { args, ...options } = chromiumOptions();
      const fakes = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=display-media-type=monitor'];
      const browser = await chromium.launch({ ...options, args: [...args, ...fakes] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/** A second and a half of a moving square and a loud tone, as WebM. */
const recordFile = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 200, height: 200 });
    const drawing = canvas.getContext('2d');
    let at = 0;
    const draw = setInterval(() => {
      at += 10;
      if (drawing) drawing.fillStyle = `hsl(${at} 80% 50%)`;
      drawing?.fillRect(0, 0, 200, 200);
    }, 40);
    const context = new AudioContext();
    const tone = context.createOscillator();
    const to = context.createMediaStreamDestination();
    tone.connect(to);
    tone.start();
    await context.resume();
    const recorder = new MediaRecorder(new MediaStream([...canvas.captureStream(25).getTracks(), ...to.stream.getTracks()]));
    const written = new Promise<Blob>((resolve) => {
      recorder.ondataavailable = ({ data }) => resolve(data);
    });
    recorder.start();
    setTimeout(() => recorder.stop(), 1_500);
    const bytes = new Uint8Array(await (await written).arrayBuffer());
    clearInterval(draw);
    await context.close();
    return [...bytes];
  });

test('a file is played round and round to another person, and a shared screen comes beside it', async ({ page, live, violations }, {
  testId,
}) => {
  const counted = countMedia(await live.joins({ identity: 'ada' }));
  await openPlace(page, 'join');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('radio', { name: /^A file/ }).click();
  await (await choosing).setFiles({ name: 'square.webm', mimeType: 'video/webm', buffer: Buffer.from(await recordFile(page)) });
  await expect(page.getByRole('radio', { name: /^A file/ })).toContainText('square.webm');
  await joinRoom(page, `room/${testId}`);
  await expect.poll(() => counted.loudest).toBeGreaterThan(1_000);
  // It has some forty pictures.
  await expect.poll(() => counted.frames, { timeout: 60_000 }).toBeGreaterThan(60);
  expect([...counted.sizes]).toContain('200×200');

  await page.getByRole('button', { name: 'Share screen' }).click();
  await expect.poll(() => counted.ofScreen).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByRole('button', { name: 'Share screen' })).toBeVisible();
  const screens = async () =>
    (await live.rooms.listParticipants(`room/${testId}`)).flatMap(({ tracks }) => tracks.map(({ source }) => source));
  await expect.poll(screens).toHaveLength(2);
  expect(violations).toEqual([]);
});
