import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type RunningConsole = {
  launchUrl: string;
  /** What ROOMKEEPER_DATA_DIR was; the files are in its folder Roomkeeper. */
  dataDir: string;
  /** All that it has said so far, a line each. */
  lines: string[];
  pid: number;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  pressEnter(): void;
  /** Waits for a line that it says. */
  says(pattern: RegExp): Promise<string>;
  kill(signal?: NodeJS.Signals): void;
  /** Ends it, waits for that, removes its data. */
  stop(): Promise<void>;
};

export const newDataDir = () => mkdtempSync(path.join(tmpdir(), 'roomkeeper-test-data-'));

/** What a start is given; a start that fails has no launch link. */
export function spawnConsole({ dataDir = newDataDir(), env = {}, args = ['--browser', '--print-link'] } = {}) {
  const child = spawn(process.execPath, ['.', ...args], {
    env: { ...process.env, ROOMKEEPER_DATA_DIR: dataDir, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const heard = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      heard.emit('line');
    });
  }
  const ended: Promise<number | null> = once(child, 'close').then(([code]) => code);
  async function says(pattern: RegExp): Promise<string> {
    const signal = AbortSignal.any([AbortSignal.timeout(25_000), endOf(ended)]);
    for (;;) {
      const found = lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      await once(heard, 'line', { signal }).catch(() => {
        throw new Error(`It never said ${pattern}. It said:\n${lines.join('\n')}`);
      });
    }
  }
  return { child, dataDir, lines, ended, says };
}

function endOf(ended: Promise<unknown>): AbortSignal {
  const controller = new AbortController();
  void ended.then(() => controller.abort());
  return controller.signal;
}

/** Starts what `npm start -- --browser` starts, on data of its own, and reads the launch link from its output. */
export async function startConsole(options: Parameters<typeof spawnConsole>[0] = {}): Promise<RunningConsole> {
  const { child, dataDir, lines, ended, says } = spawnConsole(options);
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const launchUrl = (await says(/^Roomkeeper is open at /)).slice('Roomkeeper is open at '.length);
    const pressEnter = () => void child.stdin.write('\n');
    return { launchUrl, dataDir, lines, pid: child.pid ?? 0, ended, pressEnter, says, kill: (signal) => void child.kill(signal), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
