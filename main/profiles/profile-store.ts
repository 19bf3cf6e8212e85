import type { Emit } from '../application';
import type { Profile, StoredProfile } from '../contract/profiles';
import { Refusal } from '../contract/result';
import { parseServerUrl } from '../contract/server-url';
import type { SettingsStore } from '../settings/settings';
import type { LeftEntries } from './left-entries';
import type { SecretStore } from './secret-store';
import type { Versions } from './versions';

const sameName = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

type Parts = { secrets: SecretStore; versions: Versions; left: LeftEntries };

/** The profiles in the settings file, and which of them is open. Tells the renderer of each change. */
export function createProfileStore(settings: SettingsStore, emit: Emit, { secrets, versions, left }: Parts) {
  /** Those whose entry the keychain turned out not to have. */
  const lost = new Set<string>();
  const all = () => settings.get('profiles');
  const secretOf = (profile: StoredProfile): Profile['secret'] => {
    if (secrets.isInSession(profile)) return 'session';
    return profile.secretStoredAt !== null && !lost.has(profile.id) ? 'keychain' : 'missing';
  };
  const shown = (profile: StoredProfile): Profile => {
    const address = parseServerUrl(profile.serverUrl);
    return {
      ...profile,
      secret: secretOf(profile),
      insecure: 'url' in address && address.insecure,
      seenVersion: versions.of(profile.serverUrl),
      formerSecretLeft: left.isAny(profile.id),
    };
  };
  const tell = () => emit('profiles.changed', all().map(shown));
  const write = (profiles: StoredProfile[]) => {
    settings.set('profiles', profiles);
    versions.forgetOthers();
    tell();
  };
  const open = (openProfileId: string | null) => {
    const changed = { ...settings.get('preferences'), openProfileId };
    settings.set('preferences', changed);
    emit('preferences.changed', changed);
  };
  const isTaken = (name: string, except?: string) => all().some((other) => other.id !== except && sameName(other.name, name));

  return {
    all,
    shown,
    tell,
    open,
    openId: () => settings.get('preferences').openProfileId,
    /** Throws `not-found`. */
    get(id: string): StoredProfile {
      const found = all().find((profile) => profile.id === id);
      if (!found) throw new Refusal('not-found', 'No such profile');
      return found;
    },
    add(profile: StoredProfile) {
      write([...all(), profile]);
      return profile;
    },
    replace(profile: StoredProfile) {
      write(all().map((other) => (other.id === profile.id ? profile : other)));
      return profile;
    },
    remove(id: string) {
      const rest = all().filter((profile) => profile.id !== id);
      write(rest);
      if (settings.get('preferences').openProfileId === id) open(rest[0]?.id ?? null);
    },
    /** Throws `invalid-input` with the field `name`. */
    ensureFree(name: string, except?: string) {
      if (isTaken(name, except)) throw new Refusal('invalid-input', 'The name is taken', { issues: [{ path: 'name', code: 'taken' }] });
    },
    /** `host`, `host 2`, `host 3` … */
    freeName(wanted: string): string {
      for (let n = 1; ; n += 1) {
        const name = n === 1 ? wanted.slice(0, 80) : `${wanted.slice(0, 74)} ${n}`;
        if (!isTaken(name)) return name;
      }
    },
    /** Keeps in mind whether the keychain has this profile's secret after all. */
    mark(id: string, isLost: boolean) {
      if (lost.has(id) === isLost) return;
      if (isLost) lost.add(id);
      else lost.delete(id);
      tell();
    },
  };
}
