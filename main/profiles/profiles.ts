import { randomUUID } from 'node:crypto';
import type { Emit, Handlers } from '../application';
import type { Profile, StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { parseServerUrl } from '../contract/server-url';
import type { Credentials } from '../livekit/clients';
import type { SettingsStore } from '../settings/settings';
import { readSecret, storeSecret } from './secret-store';

export type ProfileCalls =
  | 'keychain.check'
  | 'profiles.list'
  | 'profiles.create'
  | 'profiles.change'
  | 'profiles.delete'
  | 'profiles.setSecret'
  | 'profiles.removeSecret'
  | 'profiles.probe'
  | 'profiles.previewImport'
  | 'profiles.import'
  | 'profiles.export';

/** What other features get of profiles. */
export interface Profiles {
  /** Throws `not-found`. */
  get(profileId: string): StoredProfile;
  /** Reads the keychain for one operation and forgets what it read. Throws `keychain-*`, `secret-missing`. */
  withCredentials<T>(profileId: string, use: (credentials: Credentials) => Promise<T>): Promise<T>;
}

const notBuilt = async () => {
  throw new Refusal('internal', 'not built yet');
};

export function createProfiles(settings: SettingsStore, emit: Emit): { handlers: Pick<Handlers, ProfileCalls>; profiles: Profiles } {
  const get = (id: string) => {
    const found = settings.get('profiles').find((profile) => profile.id === id);
    if (!found) throw new Refusal('not-found', 'No such profile');
    return found;
  };
  const shown = (profile: StoredProfile): Profile => {
    const parsed = parseServerUrl(profile.serverUrl);
    return { ...profile, secret: profile.secretStoredAt ? 'keychain' : 'missing', insecure: 'url' in parsed && parsed.insecure };
  };
  const list = () => settings.get('profiles').map(shown);
  return {
    profiles: {
      get,
      async withCredentials(id, use) {
        const { serverUrl, apiKey } = get(id);
        return use({ serverUrl, apiKey, apiSecret: await readSecret(id) });
      },
    },
    handlers: {
      'keychain.check': notBuilt,
      'profiles.list': async () => list(),
      async 'profiles.create'({ apiSecret, keep: _, ...given }) {
        const stored = {
          ...given,
          name: given.name || new URL(given.serverUrl).host,
          id: randomUUID(),
          secretStoredAt: new Date().toISOString(),
        };
        await storeSecret(stored.id, apiSecret);
        settings.set('profiles', [...settings.get('profiles'), stored]);
        emit('profiles.changed', list());
        return shown(stored);
      },
      'profiles.change': notBuilt,
      'profiles.delete': notBuilt,
      'profiles.setSecret': notBuilt,
      'profiles.removeSecret': notBuilt,
      'profiles.probe': notBuilt,
      'profiles.previewImport': notBuilt,
      'profiles.import': notBuilt,
      'profiles.export': notBuilt,
    },
  };
}
