import type { Page } from '@playwright/test';
import type { Api } from '../../main/contract';
import type { NewProfile } from '../../main/contract/profiles';
import { type TestServer, testServer } from '../setup/livekit-server';

declare global {
  interface Window {
    readonly api: Api;
  }
}

/** The token desk as a person works it: by the names that are on the screen. */
export function tokenDesk(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    identity: box('Identity'),
    displayName: box('Display name'),
    room: box('Room'),
    validFor: box('Valid for'),
    token: box('Token'),
    joinLink: box('Join link'),
    preset: (name: string) => page.getByRole('radiogroup', { name: 'Preset' }).getByText(name, { exact: true }),
    grant: (name: string | RegExp) => page.getByRole('switch', { name }),
    preview: page.getByRole('complementary', { name: 'Preview' }),
    issue: button(/^Issue token/),
    button,
  };
}

/** Saves the test's LiveKit server as a profile, the way another window would, and waits for the token desk. */
export async function openTokenDesk(page: Page, change: Partial<NewProfile> = {}, server: TestServer = testServer()) {
  await page.getByLabel('Server address').waitFor();
  const given = { serverUrl: server.url, apiKey: server.apiKey, apiSecret: server.apiSecret, ...change };
  const created = await page.evaluate((profile) => window.api['profiles.create'](profile), given);
  if (!created.ok) throw new Error(created.message);
  const desk = tokenDesk(page);
  await desk.identity.waitFor();
  return desk;
}
