import type { Page } from '@playwright/test';
import type { NewProfile, ProfileChange } from '../../main/contract/profiles';
import { testServer } from '../setup/livekit-server';

/** Saves a server the short way, for stories that begin where one is there. */
export async function saveServer(page: Page, more: Partial<NewProfile> = {}): Promise<void> {
  const { url: serverUrl, apiKey, apiSecret } = testServer();
  const profile: NewProfile = { name: 'Harbor', serverUrl, apiKey, apiSecret, environment: 'development', ...more };
  await page.waitForFunction(() => 'api' in window);
  const { ok } = await page.evaluate((input) => window.api['profiles.create'](input), profile);
  if (!ok) throw new Error('the server was not saved');
}

type Changed = Partial<Pick<ProfileChange, 'safety' | 'environment'>> & { policy?: Partial<ProfileChange['policy']> };

/** Changes the one server there is, as Settings does when its form is saved. */
export async function changeServer(page: Page, { policy = {}, ...changed }: Changed): Promise<void> {
  await page.evaluate(
    async ({ changed, policy }) => {
      const profiles = await window.api['profiles.list']({});
      const [profile] = profiles.ok ? profiles.value : [];
      if (!profile) throw new Error('no server');
      const { id, name, serverUrl, environment, safety, joinPage } = profile;
      const all = { id, name, serverUrl, environment, safety, joinPage, policy: { ...profile.policy, ...policy }, ...changed };
      const answer = await window.api['profiles.change'](all);
      if (!answer.ok) throw new Error(answer.code);
    },
    { changed, policy },
  );
}

/** Goes to a place by its address, without a load. */
export const openPlace = (page: Page, place: string): Promise<string> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
    return hash;
  }, `/${place}`);
