import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });

/** One line for each screen: its place, and what opens it where its address alone does not. */
const screens: [name: string, place: string, open?: (page: Page) => Promise<void>][] = [
  ['tokens', 'tokens'],
  ['rooms', 'rooms'],
  ['people', 'people'],
  ['recording', 'media'],
  ['agents', 'media/agents/not-there'],
  ['ingress', 'media/ingress'],
  ['the connection check', 'join/check'],
  ['sip', 'media/sip'],
  ['audit', 'audit'],
  ['webhooks', 'services/webhooks'],
  ['token endpoint', 'services/endpoint'],
  ['local server', 'services/local-server'],
  ['a server', 'settings/servers'],
  ['a new server', 'settings/servers/new'],
  ['presets', 'settings/presets'],
  ['appearance', 'settings/appearance'],
  ['keyboard', 'settings/keyboard'],
  ['about', 'settings/about'],
  ['palette', 'tokens', (page) => page.keyboard.press('Control+k')],
  ['keys', 'tokens', (page) => page.keyboard.press('?')],
  ['switcher', 'tokens', (page) => page.keyboard.press('Control+p')],
];

/** Each fault with its place, so that a failure says what to mend. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const scheme of ['dark', 'light'] as const) {
    test(`axe finds nothing on any screen, ${scheme}, ${language}`, async ({ page }) => {
      test.setTimeout(300_000); // a second a screen, and ten where eight suites share two cores
      await page.waitForFunction(() => 'api' in window);
      await page.evaluate((change) => window.api['preferences.change'](change), { language, scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect.soft(await faults(page), 'welcome').toEqual([]);
      await saveServer(page);
      for (const [name, place, open] of screens) {
        await openPlace(page, place);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await open?.(page);
        if (open) await expect(page.getByRole('dialog')).toBeVisible();
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
        expect.soft(await faults(page), name).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  }
}
