import type { Page } from '@playwright/test';
import { openPlace } from './console-page';
import { secondTab } from './fixture';
import { joinRoom } from './join-room';
import { keepConnections } from './kept-connections';
import { expect, test } from './live-test';

test.setTimeout(360_000); // four joins and four encoders

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
/** How the picture that is sent is layered, as the sender's browser says. */
const layering = (page: Page) =>
  page.evaluate(async () => {
    const made: RTCPeerConnection[] = 'made' in window && Array.isArray(window.made) ? window.made : [];
    const reports = await Promise.all(made.map((one) => one.getStats()));
    const entries = reports.flatMap((report) => [...report.values()]);
    return entries.flatMap(({ type, kind, scalabilityMode }) => (type === 'outbound-rtp' && kind === 'video' ? [scalabilityMode] : []));
  });

test(
  'each codec that the browser can send arrives as that codec, and SVC is sent as layers of one stream',
  { tag: '@browser-host' },
  async ({ page, live }, { testId }) => {
    const room = `room/${testId}`;
    await openPlace(page, 'join');
    await page.getByRole('radio', { name: /^Nothing/ }).click();
    await joinRoom(page, room);
    const sender = await secondTab(page);
    await keepConnections(sender);
    await sender.reload();
    const tracks = page.getByRole('table', { name: 'Tracks' });
    const fold = sender.getByRole('button', { name: /^Publish options/ });
    const identity = sender.getByRole('textbox', { name: 'Identity' }).filter({ visible: true });
    for (const [codec, layers] of [
      ['VP8', 'simulcast'],
      ['H264', 'simulcast'],
      ['VP9', 'SVC'],
      ['AV1', 'SVC'],
    ] as const) {
      await sender.getByRole('radio', { name: /^Test card/ }).click();
      await identity.fill(`sends-${codec}`);
      if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
      await choose(sender, 'Codec', codec);
      await choose(sender, 'Resolution', '360p');
      await choose(sender, 'Layers', layers);
      await joinRoom(sender, room);
      const row = tracks.getByRole('row', { name: new RegExp(`^sends-${codec}.*frames`) });
      await expect(row).toContainText(codec);
      await expect(row).toContainText(/[1-9]\d* frames/);
      if (layers === 'SVC') await expect.poll(() => layering(sender)).toContainEqual(expect.stringMatching(/^L[23]T/));
      await sender.getByRole('button', { name: 'Leave', exact: true }).click();
      await expect(row).toHaveCount(0);
    }
    await expect.poll(live.inRoom).toHaveLength(1);
  },
);
