import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, chromium } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium';

type App = { launchUrl: string; dataDir: string; stop(): Promise<void> };

/** Starts what `npm start` starts, on data of its own, and reads the launch link from its output. */
async function startApp(): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'roomkeeper-e2e-'));
  const child = spawn(process.execPath, ['.', '--browser', '--print-link'], {
    env: { ...process.env, ROOMKEEPER_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const launchUrl = /^Roomkeeper is open at (\S+)/.exec(line)?.[1];
    if (launchUrl) return { launchUrl, dataDir, stop };
  }
  throw new Error('no launch link');
}

/** `violations` gathers what the page's console calls an error: a CSP report is one. */
export const test = base.extend<{ app: App; violations: string[] }>({
  app: async ({ browserName: _ }, use) => {
    const app = await startApp();
    await use(app);
    await app.stop();
    rmSync(app.dataDir, { recursive: true, force: true });
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
