import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LocalServerStatus } from '../contract/local-server';
import { dataDir } from '../data-dir';

type Found = LocalServerStatus['found'];
type Go = { path: string; version: string; recent: boolean };

/** Where `install` puts what it builds. */
export const ownBinDir = path.join(dataDir, 'bin');
export const executable = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name);

const run = promisify(execFile);
const output = (file: string, ...args: string[]) =>
  run(file, args, { timeout: 5_000, windowsHide: true }).then(
    ({ stdout }) => stdout,
    () => '',
  );
const isThere = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** A program that is started from the desktop of macOS does not have Homebrew's folders, nor Go's, on its PATH. */
const usualFolders = ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin', '/usr/local/go/bin'];
const onPath = (name: string) =>
  [...(process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute), ...usualFolders].map((folder) =>
    path.join(folder, executable(name)),
  );

async function firstThat<T>(files: string[], look: (file: string) => Promise<T | null>): Promise<T | null> {
  for (const file of new Set(files)) {
    const found = (await isThere(file)) ? await look(file) : null;
    if (found) return found;
  }
  return null;
}

/** Go's own folder for programs: GOBIN, else the first GOPATH, else ~/go. Go is asked, since `go env -w` keeps them in a file of its own. */
async function goBinDir(installed: Go | null): Promise<string> {
  const [bin = '', paths = ''] = installed ? (await output(installed.path, 'env', 'GOBIN', 'GOPATH')).split(/\r?\n/) : [];
  const folders = [bin, inBin(paths), process.env.GOBIN ?? '', inBin(process.env.GOPATH ?? '')];
  return folders.find(path.isAbsolute) ?? path.join(homedir(), 'go', 'bin');
}
const inBin = (paths: string) => {
  const [first] = paths.split(path.delimiter);
  return first ? path.join(first, 'bin') : '';
};

async function server(file: string): Promise<Found> {
  const version = /livekit-server version (\d+\.\d+\.\d+\S*)/.exec(await output(file, '--version'))?.[1];
  return version ? { path: file, version } : null;
}

/** livekit-server 1.13 needs Go 1.26; older Go would first download a newer one. */
async function go(file: string): Promise<Go | null> {
  const [, version, major, minor] = /go version go((\d+)\.(\d+)\S*)/.exec(await output(file, 'version')) ?? [];
  return version ? { path: file, version, recent: Number(major) > 1 || Number(minor) >= 26 } : null;
}

/** Looks in the places where people and package managers put these programs; the one named by ROOMKEEPER_LIVEKIT_SERVER comes first. */
export async function findPrograms(): Promise<{ found: Found; go: Go | null }> {
  const named = process.env.ROOMKEEPER_LIVEKIT_SERVER;
  const foundGo = await firstThat(onPath('go'), go);
  const builtByGo = await goBinDir(foundGo);
  const servers = [
    ...(named ? [path.resolve(named)] : []),
    ...onPath('livekit-server'),
    path.join(builtByGo, executable('livekit-server')),
    path.join(ownBinDir, executable('livekit-server')),
  ];
  return { found: (await firstThat(servers, server)) ?? (await serverBuiltByGo(foundGo, builtByGo)), go: foundGo };
}

/** `go install` names it `server`. Go is asked what that file was built from, so that no stranger of this name is run. */
async function serverBuiltByGo(installed: Go | null, folder: string): Promise<Found> {
  const file = path.join(folder, executable('server'));
  if (!installed || !(await isThere(file))) return null;
  const source = await output(installed.path, 'version', '-m', file);
  return /^\s*path\s+github\.com\/livekit\/livekit-server\/cmd\/server$/m.test(source) ? server(file) : null;
}
