import type { Page } from '@playwright/test';
import { testServer } from '../setup/livekit-server';
import { faults, lookAs, twoLooks } from './axe';
import { connect } from './connect';
import { expect, test } from './fixture';

const goTo = (page: Page, hash: string) => page.evaluate((place) => window.location.assign(`#${place}`), hash);

test.describe('with axe', () => {
  test.use({ bypassCSP: true });
  for (const as of twoLooks) {
    test(`nothing of the first run is in the way of assistive technology, ${as.join(', ')}`, async ({ page }) => {
      await page.getByRole('radiogroup').first().waitFor();
      await lookAs(page, as);
      await page.locator('[name="serverUrl"]').fill('ws://rtc.example.com');
      await page.locator('.link.key-pair').click();
      await expect(page.locator('.once')).toBeVisible();
      expect(await faults(page, 'main')).toEqual([]);
      await page.getByRole('radio').first().focus();
      for (const way of [1, 2]) {
        await page.keyboard.press('ArrowDown'); // moves the choice, and does not start the local server as a click does
        await expect(page.getByRole('radio').nth(way)).toBeChecked();
        expect(await faults(page, 'main')).toEqual([]);
      }
    });

    test(`nothing of Settings → Servers is in the way of assistive technology, ${as.join(', ')}`, async ({ page }) => {
      test.slow(); // axe reads every element five times
      await connect(page, { ...testServer(), apiSecret: 'not-the-secret' }, 'First');
      await lookAs(page, as);
      await goTo(page, '/settings/servers');
      await expect(page.locator('.answer-text')).toContainText('signature is invalid');
      await page.locator('[name="longest"]').fill('2 days');
      expect(await faults(page, 'main')).toEqual([]);
      await page.locator('.kept button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await faults(page, '[role="dialog"]')).toEqual([]);
      await page.keyboard.press('Escape');
      for (const place of ['/settings/servers/new', '/settings/servers/import', '/services/local-server']) {
        await goTo(page, place);
        await expect(page.locator('.pane:visible').first()).toBeVisible();
        expect(await faults(page, 'main')).toEqual([]);
      }
    });
  }
});

test('at 1040 × 640 the connection opens over the form, never over the filled button, and a local server can be started', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1040, height: 640 });
  await connect(page, testServer(), 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  const connection = page.getByRole('complementary', { name: 'Connection' });
  await expect(connection).toBeHidden();
  await page.getByRole('button', { name: 'Connection' }).click();
  await expect(connection).toContainText('The secret is right');
  await page.getByRole('button', { name: 'Save' }).click(); // a covered button would not take the click
  await page.keyboard.press('Escape');
  await expect(connection).toBeHidden();
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('tab', { name: 'Local server' }).click();
  await page.getByRole('button', { name: 'How it runs' }).click();
  await expect(page.getByRole('button', { name: 'Start local server' })).toBeVisible();
});

test('at 200 % of 1280 × 800 the first run scrolls, and its button can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('This is needed.').first()).toBeVisible();
});
