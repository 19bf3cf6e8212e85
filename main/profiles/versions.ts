import type { Profile } from '../contract/profiles';
import type { SettingsStore } from '../settings/settings';

/** Looked at again this often, so that not every join writes the settings. */
const freshMs = 60 * 60 * 1_000;

/** Which version each saved server said last. By address: that is where the version is, whatever key asks. */
export function createVersions(settings: SettingsStore) {
  const of = (serverUrl: string): Profile['seenVersion'] => settings.get('versions')[serverUrl] ?? null;
  return {
    of,
    /** Answers whether that was news. */
    saw(serverUrl: string, version: string): boolean {
      const isSaved = settings.get('profiles').some((profile) => profile.serverUrl === serverUrl);
      const last = of(serverUrl);
      if (!isSaved || (last?.version === version && Date.now() - Date.parse(last.seenAt) < freshMs)) return false;
      settings.set('versions', { ...settings.get('versions'), [serverUrl]: { version, seenAt: new Date().toISOString() } });
      return true;
    },
    /** Those of addresses that no profile has any more. */
    forgetOthers() {
      const saved = new Set(settings.get('profiles').map(({ serverUrl }) => serverUrl));
      const known = Object.entries(settings.get('versions'));
      const left = known.filter(([serverUrl]) => saved.has(serverUrl));
      if (left.length < known.length) settings.set('versions', Object.fromEntries(left));
    },
  };
}
export type Versions = ReturnType<typeof createVersions>;
