import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export type RunningConsole = { launchUrl: string; dataDir: string; stop(): Promise<void> };

/** Starts what `npm start -- --browser` starts, on data of its own, and reads the launch link from its output. `stop` removes the data. */
export async function startConsole(): Promise<RunningConsole> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'roomkeeper-e2e-'));
  const child = spawn(process.execPath, ['.', '--browser', '--print-link'], {
    env: { ...process.env, ROOMKEEPER_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const launchUrl = /^Roomkeeper is open at (\S+)/.exec(line)?.[1];
    if (launchUrl) return { launchUrl, dataDir, stop };
  }
  throw new Error('no launch link');
}
