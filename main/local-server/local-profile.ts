import { randomBytes } from 'node:crypto';
import type { Handlers } from '../application';
import { type Keep, newProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import type { Profiles } from '../profiles/profiles';
import type { SettingsStore } from '../settings/settings';

/** What the local server needs of the calls on profiles: they store, use the keychain and tell every window. */
export type ProfileChanges = Pick<Handlers, 'profiles.create' | 'profiles.change' | 'profiles.setSecret' | 'profiles.sawVersion'>;

/** In LiveKit's form: `API` and twelve characters; 256 bits of secret. */
const newKeys = () => ({ apiKey: `API${randomBytes(6).toString('hex')}`, apiSecret: randomBytes(32).toString('base64url') });
const freeName = (taken: string[]) => {
  const names = ['Local server', ...taken.map((_, index) => `Local server ${index + 2}`)];
  return names.find((name) => !taken.includes(name)) ?? 'Local server';
};
const isLocal = (serverUrl: string) => new URL(serverUrl).hostname === '127.0.0.1';

const knownProfile = (settings: SettingsStore) => {
  const { profileId } = settings.get('localServer');
  return settings.get('profiles').find(({ id, serverUrl }) => id === profileId && isLocal(serverUrl));
};
/** LiveKit's own. */
export const usualPort = 7880;
export const lastPort = (settings: SettingsStore): number => Number(URL.parse(knownProfile(settings)?.serverUrl ?? '')?.port || usualPort);

/** The profile of the server on this machine: made at its first start, then used again with its keys, at whatever port. Answers its id. */
export async function localProfile(
  settings: SettingsStore,
  profiles: Profiles,
  changes: ProfileChanges,
  port: number,
  keep: Keep,
): Promise<string> {
  const serverUrl = `ws://127.0.0.1:${port}`;
  const known = knownProfile(settings);
  if (!known) {
    const name = freeName(settings.get('profiles').map((profile) => profile.name));
    const { id } = await changes['profiles.create'](newProfile.parse({ name, serverUrl, safety: 'free', keep, ...newKeys() }));
    settings.set('localServer', { ...settings.get('localServer'), profileId: id });
    return id;
  }
  const { id, name, environment, safety, joinPage, policy, apiKey } = known;
  if (known.serverUrl !== serverUrl) await changes['profiles.change']({ id, name, serverUrl, environment, safety, joinPage, policy });
  const isKept = await profiles
    .withCredentials(id, async () => true)
    .catch((error) => {
      if (error instanceof Refusal && error.code === 'secret-missing') return false;
      throw error;
    });
  // Kept for an earlier session only, or taken out by hand: nobody else needs the old one.
  if (!isKept) await changes['profiles.setSecret']({ id, apiKey, apiSecret: newKeys().apiSecret, keep });
  return id;
}
