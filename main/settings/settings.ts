import type { Options } from 'conf';
import { z } from 'zod';
import { keptTimer } from '../contract/egress-timer';
import { endpointSettings, storedClient } from '../contract/endpoint';
import { preferences } from '../contract/preferences';
import { seenVersion, storedProfile } from '../contract/profiles';
import { keptStorage } from '../contract/storages';
import { preset } from '../contract/tokens';
import { receiverPlace } from '../contract/webhooks';
import { dataDir } from '../data-dir';

/** The one settings file of both hosts. No secret is ever in it. */
export const settingsFile = z.strictObject({
  preferences: preferences.prefault({}),
  profiles: z.array(storedProfile).default([]),
  /** What each saved address has said of its version. */
  versions: z.record(z.string(), seenVersion).default({}),
  /** Accounts of the keychain that nothing names any more and that could not be deleted yet. */
  leftEntries: z.array(z.string()).default([]),
  presets: z.array(preset).default([]),
  /** Where recordings go, by name; the credentials are the keychain's. */
  storages: z.array(keptStorage).default([]),
  /** When the console stops an egress that runs. */
  egressTimers: z.array(keptTimer).default([]),
  /** The profile that was made for the server of this machine, so that a restart finds its keys again. */
  localServer: z
    .strictObject({ profileId: z.uuid().nullable(), sendsWebhooks: z.boolean().default(false) })
    .default({ profileId: null, sendsWebhooks: false }),
  /** Where webhooks are received; `on`: it starts with the console. Port 0: none has been chosen yet. */
  webhooks: z
    .strictObject({ on: z.boolean(), ...receiverPlace.shape, forwardUrl: z.string().default('') })
    .default({ on: false, address: '127.0.0.1', port: 0, path: '/livekit/webhook', forwardUrl: '' }),
  /** How the token endpoint runs, and who may ask it. */
  endpoint: z.strictObject({ ...endpointSettings.shape, clients: z.array(storedClient).default([]) }).prefault({}),
  /** Where Electron's window was; the browser host has none. */
  window: z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), isMaximized: z.boolean() }).nullable().default(null),
});
export type Settings = z.output<typeof settingsFile>;
export interface SettingsStore {
  get<K extends keyof Settings>(key: K): Settings[K];
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
}
type Migrations = NonNullable<Options<Settings>['migrations']>;

/** The version of the file's shape, not of the console. Raised together with a migration to it. */
const shape = '1.0.0';
const migrations: Migrations = {};

/** Both hosts open the same file: Electron's with electron-store, the browser's with conf, by these options. */
export const settingsOptions = {
  cwd: dataDir,
  projectVersion: shape,
  configFileMode: 0o600,
  defaults: settingsFile.parse({}),
  migrations,
} satisfies Partial<Options<Settings>>;

/** conf reads the file again at each look (0.3 ms). One console at a time has it, so that what was read or written last is what it says. */
export function inMemory(file: SettingsStore): SettingsStore {
  const known: Partial<Settings> = {};
  return {
    get(key) {
      const value: Settings[typeof key] = known[key] ?? file.get(key);
      known[key] = value;
      return value;
    },
    set(key, value) {
      file.set(key, value);
      known[key] = value;
    },
  };
}
