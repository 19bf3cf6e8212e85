import type { Page } from '@playwright/test';
import { SipClient } from 'livekit-server-sdk';
import { startLiveKitServer } from '../setup/livekit-server';
import { hasRedis, startRedis } from '../setup/redis';
import { faults } from './axe-faults';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './fixture';
import { runningEgress } from './running-egress';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });

const looks = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const;

async function settledFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  return faults(page);
}

test('axe finds nothing on recording, ingress and SIP with something in them, in both schemes and languages', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  test.setTimeout(300_000); // a dozen readings, ten seconds each where eight suites share two cores
  const redis = await startRedis();
  const server = await startLiveKitServer(`redis: {address: '${redis.address}'}\ningress: {rtmp_base_url: 'rtmp://127.0.0.1:1935/x'}`);
  const inBothLooks = async (what: string) => {
    for (const [language, scheme] of looks) {
      await page.evaluate((change) => window.api['preferences.change'](change), { language, scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect.soft(await settledFaults(page), `${what}, ${scheme}, ${language}`).toEqual([]);
    }
  };
  try {
    redis.put('egress', runningEgress.egressId, runningEgress.toBinary());
    const sip = new SipClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
    await sip.createSipOutboundTrunk('Carrier A', 'sip.carrier-a.example', ['+49305550100'], { transport: 0 });
    await connect(page, server);

    await openPlace(page, 'media/egress');
    await page.getByRole('row', { name: /webinar/ }).click();
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await panel.getByLabel('Room room_name').fill('webinar');
    await panel.getByRole('checkbox', { name: 'Stream' }).check();
    await panel.getByRole('combobox', { name: 'Storage' }).click();
    await page.getByRole('option', { name: 'S3 or compatible' }).click();
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByLabel('Room room_name').press('Control+Enter');
    await expect(panel.getByText('This is needed.').first()).toBeVisible();
    await inBothLooks('the start of an egress');
    await page.getByRole('button', { name: 'Streams…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inBothLooks('streams of one that runs');
    await page.keyboard.press('Escape');

    await openPlace(page, 'media/ingress');
    await expect(page.getByRole('complementary', { name: 'New ingress' })).toBeVisible();
    await inBothLooks('a new ingress');

    await openPlace(page, 'media/sip');
    await page.getByRole('button', { name: 'Calls' }).click();
    await page.getByRole('menuitem', { name: 'Call a number' }).click();
    await page.getByRole('complementary', { name: 'Call a number' }).getByRole('combobox', { name: /Trunk/ }).click();
    await expect(page.getByRole('option', { name: 'Carrier A' })).toBeVisible();
    await inBothLooks('a call, over one of the trunks');
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Carrier A/ }).click();
    await expect(page.getByRole('complementary', { name: 'Outbound trunk' })).toBeVisible();
    await inBothLooks('a trunk');
  } finally {
    await server.stop();
    await redis.stop();
  }
});
