import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is looked at to find Electron; a test brings its own. */
export type Surroundings = {
  /** The folder of the console: package.json, node_modules. */
  root: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  isRoot: boolean;
};
type Found = { executable: string } | { lacks: string };

const here = (): Surroundings => ({
  root: path.resolve(import.meta.dirname, '../..'),
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
});
const [probeMs, downloadMs, dayMs] = [2_000, 5 * 60_000, 24 * 60 * 60_000];
/** An Electron that ends with a failure this soon has not shown a window. */
const startMs = 3_000;
/** What the console in Electron ends with where no other host could start either: another one runs, the data is out of reach. It has said so. */
export const cannotStartCode = 75;

export const hasDisplay = ({ DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv, platform: NodeJS.Platform) =>
  platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

/** Runs the console in Electron until that has ended, or says why it cannot be had. */
export async function runInElectron(args: string[]): Promise<{ code: number } | { lacks: string }> {
  if (args.includes('--browser')) return { lacks: 'it was started with --browser' };
  if (args.includes('--print-link')) return { lacks: 'it was started with --print-link' };
  const found = await findElectron(here());
  return 'lacks' in found ? found : runExecutable(found.executable, [here().root, ...args]);
}

/** Finds the executable by a look at files: importing 'electron' to ask would start a download that can hang for minutes. */
export async function findElectron({ root, env, platform, isRoot }: Surroundings): Promise<Found> {
  if (!hasDisplay(env, platform)) return { lacks: 'this machine has no display' };
  if (platform === 'linux' && isRoot) return { lacks: "Electron's sandbox does not work for root" };
  const electron = path.join(root, 'node_modules/electron');
  if (!existsSync(path.join(electron, 'package.json'))) return { lacks: 'Electron is not installed' };
  const executable = unpackedRuntime(root, env);
  if (executable) return { executable };

  const noted = path.join(root, 'node_modules/.cache/roomkeeper/no-electron');
  if (existsSync(noted) && Date.now() - statSync(noted).mtimeMs < dayMs) {
    return { lacks: `Electron's runtime is not here, and its download ${readFileSync(noted, 'utf8')} within the last day` };
  }
  const version: string = JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8')).version;
  if (!(await isReachable(releaseFile(version, env, platform)))) {
    note(noted, 'could not be reached');
    return { lacks: "Electron's runtime is not here, and its download cannot be reached" };
  }
  console.log("Downloading Electron's runtime, once…");
  const downloaded = (await runInstaller(path.join(electron, 'install.js'), env)) && unpackedRuntime(root, env);
  if (downloaded) return { executable: downloaded };
  note(noted, 'failed');
  return { lacks: "the download of Electron's runtime failed" };
}

/** So that not every start waits for it. A checkout that cannot be written forgets it, and asks again. */
function note(file: string, what: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, what);
  } catch {}
}

/** Electron's executable, if it has been unpacked, here or where ELECTRON_OVERRIDE_DIST_PATH says. */
export function unpackedRuntime(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const electron = path.join(root, 'node_modules/electron');
  const pointer = path.join(electron, 'path.txt');
  const named = existsSync(pointer) ? readFileSync(pointer, 'utf8') : undefined;
  const given = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = named ?? (given ? 'electron' : undefined);
  const file = name && path.join(given ?? path.join(electron, 'dist'), name);
  return file && existsSync(file) ? file : undefined;
}

const releaseFile = (version: string, { ELECTRON_MIRROR: mirror }: NodeJS.ProcessEnv, platform: NodeJS.Platform) =>
  `${mirror ?? 'https://github.com/electron/electron/releases/download/'}v${version}/electron-v${version}-${platform}-${process.arch}.zip`;

const isReachable = (url: string) =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Electron's own installer, which sets itself no limit. */
const runInstaller = (script: string, env: NodeJS.ProcessEnv) =>
  new Promise<boolean>((resolve) => {
    const installer = spawn(process.execPath, [script], { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: downloadMs });
    installer.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0));
  });

/** `isFinal`: it has been up, or was asked to end. */
const outcomeOf = (code: number, isFinal: boolean, complaint: string) =>
  isFinal || code === 0 || code === cannotStartCode ? { code } : { lacks: `Electron ended at once (${complaint})` };

export function runExecutable(executable: string, args: string[]): Promise<{ code: number } | { lacks: string }> {
  return new Promise((resolve) => {
    const child = spawn(executable, args, { stdio: ['ignore', 'inherit', 'pipe'] });
    // Its complaints are held back until it is plain that it runs: those of a failed start are one sentence instead.
    let complaints = '';
    let isUp = false;
    const goOn = () => {
      if (isUp) return;
      isUp = true;
      console.log('Roomkeeper runs in Electron: its runtime is here. Start it with --browser for the browser host.');
      process.stderr.write(complaints);
    };
    const timer = setTimeout(goOn, startMs);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (isUp) process.stderr.write(text);
      else complaints += text;
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    let isAskedToEnd = false; // whoever ends a start wants no other host
    const forward = (signal: NodeJS.Signals) => {
      isAskedToEnd = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const end = (code: number | null, why: string) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, forward);
      const last = code ?? 1;
      if (last === 0) goOn();
      if (last === cannotStartCode && !isUp) process.stderr.write(complaints);
      resolve(outcomeOf(last, isUp || isAskedToEnd, firstLine(complaints) ?? why));
    };
    child.once('error', ({ message }) => end(1, message));
    child.once('close', (code, signal) => end(code, signal ?? `code ${code}`));
  });
}

const firstLine = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .find((line) => line !== '');
