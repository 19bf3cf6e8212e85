import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestServer } from '../setup/livekit-server.ts';

/**
 * Each way, so that a call and its answer take 20 ms: a server in the next country. On the loopback nothing is waited for, and nothing is
 * to be gained by asking for many at once; operators are rarely on the machine of their server.
 */
const delayMs = 10;

/** The same server at the other end of a line; `far.url` is for all that is compared. */
export async function startLine(server: TestServer): Promise<{ far: TestServer; stop(): Promise<void> }> {
  const { port } = new URL(server.url);
  const child = spawn(process.execPath, ['test/bench/line-process.ts', port, String(delayMs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [nearPort] = await once(createInterface(child.stdout), 'line');
  return {
    far: { ...server, url: `ws://127.0.0.1:${nearPort}` },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
