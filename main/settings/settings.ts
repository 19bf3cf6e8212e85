import type Conf from 'conf';
import type { Options } from 'conf';
import { z } from 'zod';
import { preferences } from '../contract/preferences';
import { storedProfile } from '../contract/profiles';
import { preset } from '../contract/tokens';
import { dataDir } from '../data-dir';

/** The one settings file of both hosts. No secret is ever in it. */
export const settingsFile = z.strictObject({
  preferences: preferences.prefault({}),
  profiles: z.array(storedProfile).default([]),
  presets: z.array(preset).default([]),
  /** The profile that was made for the server of this machine, so that a restart finds its keys again. */
  localServer: z.strictObject({ profileId: z.uuid().nullable() }).default({ profileId: null }),
});
export type Settings = z.output<typeof settingsFile>;

/** Both hosts open the same file: Electron's with electron-store, the browser's with conf, by these options. */
export const settingsOptions = {
  cwd: dataDir,
  projectVersion: '0.1.0',
  configFileMode: 0o600,
  defaults: settingsFile.parse({}),
  migrations: {},
} satisfies Partial<Options<Settings>>;

export type SettingsStore = Pick<Conf<Settings>, 'get' | 'set'>;
