import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

export type Look = readonly [language: 'en' | 'zh-CN', scheme: 'dark' | 'light'];
/** Each language and each scheme once. */
export const twoLooks: readonly Look[] = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
];
export const allLooks: readonly Look[] = [['zh-CN', 'dark'], ['en', 'light'], ...twoLooks];

export async function lookAs(page: Page, [language, scheme]: Look): Promise<void> {
  await page.evaluate((change) => window.api['preferences.change'](change), { language, scheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/**
 * What axe finds on the page, or in a part of it that is there, each with its place, so that a failure says what to mend. axe is a script of
 * its own, which the CSP keeps out: `test.use({ bypassCSP: true })`.
 */
export async function faults(page: Page, part = 'html'): Promise<string[]> {
  // What fades in has not its colours yet; what turns for ever never ends.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.all(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

type Reading = { shown: Locator; looks?: readonly Look[]; part?: string };
/** Reads the page in each look, `shown` being there in all of them: an empty screen proves nothing. A story's last look is English. */
export async function expectNoFaults(page: Page, what: string, { shown, looks = twoLooks, part }: Reading): Promise<void> {
  for (const look of looks) {
    await lookAs(page, look);
    await expect(shown, `${what}, ${look.join(', ')}`).toBeVisible();
    expect.soft(await faults(page, part), `${what}, ${look.join(', ')}`).toEqual([]);
  }
}
