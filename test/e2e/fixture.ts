import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, chromium, _electron as electron, type Page } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium';
import { newDataDir, type RunningConsole, startConsole } from '../setup/console';

/** `runtime`: Electron's executable; null: the story is told in the browser host. */
export type HostOptions = { runtime: string | null };
/** `consoleEnv`: what differs from the environment of the tests. `settingsFile`: what is in config.json before the start; null: there is none. */
type ConsoleOptions = { consoleEnv: NodeJS.ProcessEnv; settingsFile: string | null };

function dataDirWith(settingsFile: string | null): string {
  const dataDir = newDataDir();
  if (settingsFile !== null) {
    mkdirSync(path.join(dataDir, 'Roomkeeper'), { mode: 0o700 });
    writeFileSync(path.join(dataDir, 'Roomkeeper/config.json'), settingsFile);
  }
  return dataDir;
}

/** Electron starts the window itself, on data of its own. */
async function inElectron(runtime: string, { consoleEnv, settingsFile }: ConsoleOptions, use: (page: Page) => Promise<void>) {
  const dataDir = dataDirWith(settingsFile);
  const env = { ...process.env, ROOMKEEPER_DATA_DIR: dataDir, ...consoleEnv };
  const app = await electron.launch({ executablePath: runtime, args: ['.'], env, chromiumSandbox: true });
  await use(await app.firstWindow());
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** `violations` gathers what the page's console calls an error: a CSP report is one. */
export const test = base.extend<HostOptions & ConsoleOptions & { app: RunningConsole; violations: string[] }>({
  runtime: [null, { option: true }],
  consoleEnv: [{}, { option: true }],
  settingsFile: [null, { option: true }],
  app: async ({ consoleEnv, settingsFile }, use) => {
    const app = await startConsole({ env: consoleEnv, dataDir: dataDirWith(settingsFile) });
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
  page: async ({ app, page, runtime, consoleEnv, settingsFile, violations }, use) => {
    const listen = (shown: Page) => {
      shown.on('console', (message) => void (message.type() === 'error' && violations.push(message.text())));
      shown.on('pageerror', (error) => void violations.push(error.message));
    };
    if (runtime) {
      await inElectron(runtime, { consoleEnv, settingsFile }, async (shown) => {
        listen(shown);
        await use(shown);
      });
      return;
    }
    listen(page);
    await page.goto(app.launchUrl);
    await use(page);
  },
});
export { expect } from '@playwright/test';
