import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Conf from 'conf';
import { z } from 'zod';
import type { About } from '../contract/preferences';
import { CannotStart, dataDir } from '../data-dir';
import { log } from '../log';
import { type Settings, settingsFile, settingsOptions } from './settings';

type SettingsOptions = typeof settingsOptions;
const file = path.join(dataDir, 'config.json');
const asWritten = z.looseObject({ __internal__: z.object({ migrations: z.object({ version: z.string() }) }).optional() });

/**
 * Opens the file, migrated and checked. One that cannot be used is set aside under another name, as it was, and a notice says where
 * it went. Throws `CannotStart` where it cannot be read, written or moved: that says nothing about what is in it.
 */
export function openSettings<S extends Conf<Settings>>(
  open: (options: SettingsOptions) => S,
  options: SettingsOptions = settingsOptions,
): { settings: S; notices: About['notices'] } {
  // Kept, because conf writes into the file before anybody can look at it: defaults, and what a migration does.
  const written = read();
  const version = written === undefined ? options.projectVersion : versionOf(written);
  try {
    if (version !== 'broken') return { settings: checked(open(options)), notices: [] };
  } catch (error) {
    const code = systemCode(error);
    if (code) throw new CannotStart(`Roomkeeper cannot use its settings: ${file} (${code}).`);
    if (written === undefined) throw error;
    log.error('The settings file cannot be used', error);
  }
  const newName = setAside(written ?? '');
  const code = version !== 'broken' && isNewer(version, options.projectVersion) ? 'settings-from-newer' : 'settings-set-aside';
  log.warn(code, newName);
  return { settings: checked(open(options)), notices: [{ code, values: { file: newName } }] };
}

/** What the system calls it where a file cannot be reached; undefined where it is about something else. */
const systemCode = (error: unknown) => (error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined);

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

const isNewer = (version: string, than: string) => version.localeCompare(than, 'en', { numeric: true }) > 0;

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
