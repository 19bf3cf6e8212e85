import type { Browser, Page } from '@playwright/test';
import type { Api } from '../../main/contract/index.ts';
import { startConsole } from '../setup/console.ts';
import type { TestServer } from '../setup/livekit-server.ts';

declare global {
  interface Window {
    readonly api: Api;
  }
}
export type Connected = { page: Page; profileId: string; stop(): Promise<void> };

/** A console that knows one server, and a page of it. */
export async function openConnected(browser: Browser, { url: serverUrl, apiKey, apiSecret }: TestServer): Promise<Connected> {
  const console = await startConsole();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(console.launchUrl);
  await page.waitForFunction(() => 'api' in window);
  const profile = { name: 'Bench', serverUrl, apiKey, apiSecret, environment: 'development' as const };
  const created = await page.evaluate((input) => window.api['profiles.create'](input), profile);
  if (!created.ok) throw new Error(created.message);
  return {
    page,
    profileId: created.value.id,
    async stop() {
      await context.close();
      await console.stop();
    },
  };
}
