import type { Page } from '@playwright/test';
import type { NewProfile } from '../../main/contract/profiles';
import { testServer } from '../setup/livekit-server';

/** Saves a server the short way, for stories that begin where one is there. */
export async function saveServer(page: Page, more: Partial<NewProfile> = {}): Promise<void> {
  const { url: serverUrl, apiKey, apiSecret } = testServer();
  const profile: NewProfile = { name: 'Harbor', serverUrl, apiKey, apiSecret, environment: 'development', ...more };
  await page.waitForFunction(() => 'api' in window);
  const { ok } = await page.evaluate((input) => window.api['profiles.create'](input), profile);
  if (!ok) throw new Error('the server was not saved');
}

/** Goes to a place by its address, without a load. */
export const openPlace = (page: Page, place: string): Promise<string> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
    return hash;
  }, `/${place}`);
