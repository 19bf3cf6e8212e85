import { spawn } from 'node:child_process';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { executable, ownBinDir } from './programs';
import { ownLine, type ServerLog } from './server-log';
import type { Status } from './status';

/** The release that the tests of this project run against. */
const serverModule = 'github.com/livekit/livekit-server/cmd/server@v1.13.5';

/** Builds livekit-server with Go into a folder of ours: about two minutes and 1 GB of Go's caches the first time. Throws Go's last line. */
async function install(goProgram: string, onLine: (line: string) => void, signal: AbortSignal): Promise<void> {
  await mkdir(ownBinDir, { recursive: true });
  const child = spawn(goProgram, ['install', '-v', serverModule], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Flags for the modules of whoever starts the console are not for this one; `-mod=vendor` would fail. Empty would mean Go's own file.
    env: { ...process.env, GOBIN: ownBinDir, GOFLAGS: '-mod=mod' },
    windowsHide: true,
    // A group of its own, so that Go's compilers end with it.
    detached: process.platform !== 'win32',
  });
  const cancel = () => (process.platform === 'win32' || !child.pid ? child.kill() : process.kill(-child.pid));
  signal.addEventListener('abort', cancel, { once: true });
  let last = 'Go could not be started';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      last = line;
      onLine(line);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', cancel);
  if (code !== 0) throw new Error(last);
  await rename(path.join(ownBinDir, executable('server')), path.join(ownBinDir, executable('livekit-server')));
}

/** One installation at a time; how far it is goes into status and log. */
export function createInstallation(status: Status, log: ServerLog) {
  let underWay: { done: Promise<void>; abort: AbortController } | undefined;

  async function run(goProgram: string, signal: AbortSignal) {
    log.add(ownLine(`go install ${serverModule}`));
    status.change('installing');
    try {
      const show = (line: string) => {
        log.add(ownLine(line));
        status.change('installing', { note: line });
      };
      await install(goProgram, show, signal);
      await status.look();
      status.change('stopped');
    } catch (error) {
      if (signal.aborted) status.change('stopped');
      else status.change('failed', { note: ownLine(error instanceof Error ? error.message : String(error)).text });
    }
  }

  return {
    isUnderWay: () => underWay !== undefined,
    start(goProgram: string) {
      const abort = new AbortController();
      const done = run(goProgram, abort.signal).finally(() => {
        underWay = undefined;
      });
      underWay = { done, abort };
    },
    async cancel() {
      underWay?.abort.abort();
      await underWay?.done;
    },
  };
}
