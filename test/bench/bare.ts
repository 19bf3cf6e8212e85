import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts the bare server on a folder. */
export async function startBare(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['test/bench/bare-server.ts', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [url] = await once(createInterface(child.stdout), 'line');
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
