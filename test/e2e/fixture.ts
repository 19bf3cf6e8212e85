import { test as base, chromium } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium';
import { type RunningConsole, startConsole } from '../setup/console';

/** `violations` gathers what the page's console calls an error: a CSP report is one. */
export const test = base.extend<{ app: RunningConsole; violations: string[] }>({
  app: async ({ browserName: _ }, use) => {
    const app = await startConsole();
    await use(app);
    await app.stop();
  },
  browser: [
    async ({ browserName: _ }, use) => {
      const browser = await chromium.launch(chromiumOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  violations: async ({ browserName: _ }, use) => use([]),
  page: async ({ app, page, violations }, use) => {
    page.on('console', (message) => void (message.type() === 'error' && violations.push(message.text())));
    page.on('pageerror', (error) => void violations.push(error.message));
    await page.goto(app.launchUrl);
    await use(page);
  },
});
export { expect } from '@playwright/test';
