import type { Page } from '@playwright/test';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

/** The word is drawn, and nothing but a veil lies over it. */
async function saysEnvironment(page: Page, word: string, where: string) {
  const tab = page.locator('.env-tab');
  await expect(tab, where).toHaveText(word);
  await expect(tab, where).toBeInViewport({ ratio: 1 });
  await expect(page.locator('html'), where).toHaveAttribute('data-env', word.toLowerCase());
  await expect(page, where).toHaveTitle(new RegExp(` · ${word} · Roomkeeper$`));
}

for (const environment of ['production', 'staging', 'development'] as const) {
  test(`${environment} is said on every screen, in the window’s title, and drawn along dialogs and the palette`, async ({ page }) => {
    const word = { production: 'Production', staging: 'Staging', development: 'Development' }[environment];
    await saveServer(page, { environment });
    for (const place of ['tokens', 'rooms', 'people', 'join', 'media', 'services', 'audit', 'settings']) {
      await openPlace(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await saysEnvironment(page, word, place);
    }
    const colour = await page.locator('.env-tab').evaluate((tab) => getComputedStyle(tab).backgroundColor);
    const over = async (name: string) => {
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      const line = dialog.evaluate((shown) => {
        const { backgroundColor, height } = getComputedStyle(shown, '::before');
        return { backgroundColor, height };
      });
      expect(await line, name).toEqual({ backgroundColor: colour, height: '3px' });
      await saysEnvironment(page, word, name);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    };
    await page.keyboard.press('Control+k');
    await over('Command palette');
    await openPlace(page, 'rooms');
    await page.getByRole('button', { name: 'Create room' }).first().click();
    await over('Create room');
  });
}
