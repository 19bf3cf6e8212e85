import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, chromium, type ElectronApplication, type Page } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium';
import { newDataDir, type RunningConsole, startConsole } from '../setup/console';
import { startInElectron } from './in-electron';

/** `runtime`: Electron's executable; null: the story is told in the browser host. */
export type HostOptions = { runtime: string | null };
/** `consoleEnv`: what differs from the environment of the tests. `settingsFile`: what is in config.json before the start; null: there is none. */
type ConsoleOptions = { consoleEnv: NodeJS.ProcessEnv; settingsFile: string | null };

/** The console of the story, whichever host it runs in. */
type Running = {
  /** The data is in its folder Roomkeeper. */
  dataDir: string;
  /** All that it has said so far, a line each. */
  lines: string[];
  /** Ends it, and keeps its data until the story is over. */
  end(): Promise<void>;
};
type Hosts = Running & { browser: RunningConsole | null; electron: ElectronApplication | null };
type Fixtures = {
  hosts: Hosts;
  running: Running;
  /** For stories of the browser host alone. */
  app: RunningConsole;
  /** For stories of Electron alone. */
  electron: ElectronApplication;
  /** What the page's console calls an error: a CSP report is one. */
  violations: string[];
  /** What is on the clipboard. */
  clipboard: () => Promise<string>;
};

function dataDirWith(settingsFile: string | null): string {
  const dataDir = newDataDir();
  if (settingsFile !== null) {
    mkdirSync(path.join(dataDir, 'Roomkeeper'), { mode: 0o700 });
    writeFileSync(path.join(dataDir, 'Roomkeeper/config.json'), settingsFile);
  }
  return dataDir;
}

async function startInBrowserHost(dataDir: string, env: NodeJS.ProcessEnv) {
  const browser = await startConsole({ dataDir, env });
  const { lines, stop } = browser;
  const end = async () => {
    browser.kill();
    await browser.ended;
  };
  return { hosts: { dataDir, lines, end, browser, electron: null }, stop };
}
const only = <Host>(host: Host | null, name: string): Host => {
  if (host === null) throw new Error(`This story is told in ${name} alone`);
  return host;
};

export const test = base.extend<HostOptions & ConsoleOptions & Fixtures>({
  runtime: [null, { option: true }],
  consoleEnv: [{}, { option: true }],
  settingsFile: [null, { option: true }],
  hosts: async ({ runtime, consoleEnv, settingsFile }, use) => {
    const dataDir = dataDirWith(settingsFile);
    const start = runtime ? startInElectron(runtime, dataDir, consoleEnv) : startInBrowserHost(dataDir, consoleEnv);
    const { hosts, stop } = await start;
    await use(hosts);
    await stop();
  },
  running: async ({ hosts }, use) => use(hosts),
  app: async ({ hosts }, use) => use(only(hosts.browser, 'the browser host')),
  electron: async ({ hosts }, use) => use(only(hosts.electron, 'Electron')),
  browser: [
    async ({ browserName: _ }, use) => {
      const browser = await chromium.launch(chromiumOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ hosts, context }, use) => use(hosts.electron?.context() ?? context),
  violations: async ({ browserName: _ }, use) => use([]),
  page: async ({ hosts, context, violations }, use) => {
    const page = hosts.electron ? await hosts.electron.firstWindow() : await context.newPage();
    page.on('console', (message) => void (message.type() === 'error' && violations.push(message.text())));
    page.on('pageerror', (error) => void violations.push(error.message));
    if (hosts.browser) await page.goto(hosts.browser.launchUrl);
    await use(page);
  },
  clipboard: async ({ hosts: { electron }, context, page }, use) => {
    // Reading it is a right that no page of ours asks for.
    if (!electron) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await use(() =>
      electron ? electron.evaluate(({ clipboard }) => clipboard.readText()) : page.evaluate(() => navigator.clipboard.readText()),
    );
  },
});
export { expect } from '@playwright/test';

/** Another tab at the same place of the same console. Electron has one window: such stories are `@browser-host`. */
export async function secondTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  return tab;
}
