import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];

/** Where a program is, looked up as a shell does; null: it is not on PATH. */
export function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find((file) => existsSync(file)) ?? null;
}

const systemCache: Partial<Record<NodeJS.Platform, string>> = {
  darwin: path.join(homedir(), 'Library/Caches'),
  win32: process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData/Local'),
};

/** What is slow to build is kept here, by version. Worked out when this module is loaded: the suites run with a HOME of their own. */
export const cacheDir = path.join(
  process.env.XDG_CACHE_HOME ?? systemCache[process.platform] ?? path.join(homedir(), '.cache'),
  'roomkeeper',
);

/** What the tests could not find or make, what is not tested without it, and how to get it. */
export type Missing = { what: string; without: string; cure: string };
