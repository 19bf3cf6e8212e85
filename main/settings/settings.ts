import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Conf from 'conf';
import type { Options } from 'conf';
import { z } from 'zod';
import { endpointSettings, storedClient } from '../contract/endpoint';
import { type About, preferences } from '../contract/preferences';
import { storedProfile } from '../contract/profiles';
import { keptStorage } from '../contract/storages';
import { preset } from '../contract/tokens';
import { receiverPlace } from '../contract/webhooks';
import { CannotStart, dataDir } from '../data-dir';
import { log } from '../log';

/** The one settings file of both hosts. No secret is ever in it. */
export const settingsFile = z.strictObject({
  preferences: preferences.prefault({}),
  profiles: z.array(storedProfile).default([]),
  presets: z.array(preset).default([]),
  /** Where recordings go, by name; the credentials are the keychain's. */
  storages: z.array(keptStorage).default([]),
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

const file = path.join(dataDir, 'config.json');
const asWritten = z.looseObject({ __internal__: z.object({ migrations: z.object({ version: z.string() }) }).optional() });

/**
 * Opens the file, migrated and checked. One that cannot be used is set aside under another name, as it was, and a notice says where
 * it went. Throws `CannotStart` where it cannot be read or moved.
 */
export function openSettings<S extends Conf<Settings>>(
  open: (options: typeof settingsOptions) => S,
): {
  settings: S;
  notices: About['notices'];
} {
  // Kept, because conf writes into the file before anybody can look at it: defaults, and what a migration does.
  const written = read();
  const version = written === undefined ? shape : versionOf(written);
  try {
    if (version !== 'broken') return { settings: checked(open(settingsOptions)), notices: [] };
  } catch (error) {
    if (written === undefined) throw error;
    log.error('The settings file cannot be used', error);
  }
  const newName = setAside(written ?? '');
  const code = version !== 'broken' && isNewer(version) ? 'settings-from-newer' : 'settings-set-aside';
  log.warn(code, newName);
  return { settings: checked(open(settingsOptions)), notices: [{ code, values: { file: newName } }] };
}

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

function read(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    if (code === 'ENOENT') return undefined;
    throw new CannotStart(`Roomkeeper cannot read its settings: ${file} (${code}).`);
  }
}

/** The version that the file itself names; conf migrates upwards alone and would take a newer file for its own. */
function versionOf(written: string): string {
  try {
    return asWritten.parse(JSON.parse(written)).__internal__?.migrations.version ?? '0.0.0';
  } catch {
    return 'broken';
  }
}

const isNewer = (version: string) => version.localeCompare(shape, 'en', { numeric: true }) > 0;

/** Throws where a value is not what the schema says; puts in what an older file does not have. */
function checked<S extends Conf<Settings>>(settings: S): S {
  const { __internal__: _, ...stored } = asWritten.parse(settings.store);
  settings.set(settingsFile.parse(stored));
  return settings;
}

function setAside(written: string): string {
  const newName = path.join(dataDir, `config.set-aside-${new Date().toISOString().replaceAll(':', '-')}.json`);
  try {
    writeFileSync(newName, written, { mode: 0o600, flag: 'wx' });
    rmSync(file, { force: true });
    return newName;
  } catch {
    throw new CannotStart(`Roomkeeper cannot use its settings, and cannot set them aside: ${file}.`);
  }
}
