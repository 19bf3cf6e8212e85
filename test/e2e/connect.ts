import type { Page } from '@playwright/test';
import type { TestServer } from '../setup/livekit-server';

/** Fills the form of a new server, on the first run or in Settings. */
export async function fillServer(page: Page, { url, apiKey, apiSecret }: TestServer, name = ''): Promise<void> {
  await page.getByLabel('Server address').fill(url);
  await page.getByLabel('API key').fill(apiKey);
  await page.getByLabel('API secret').fill(apiSecret);
  if (name) await page.getByLabel('Name', { exact: true }).fill(name);
}

/** Ends with the first screen of the server. */
export async function connect(page: Page, server: TestServer, name?: string): Promise<void> {
  await fillServer(page, server, name);
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('heading', { name: 'Tokens', level: 1 }).waitFor();
}
