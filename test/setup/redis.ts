import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './ports.ts';
import { onPath } from './programs.ts';

export const hasRedis = onPath('redis-server') !== null;

/** A Redis in memory, on the loopback, until `stop`. `address` is what livekit-server's configuration wants. */
export async function startRedis(): Promise<{ address: string; ask(...command: string[]): string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    if (line.includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  if (child.exitCode !== null) throw new Error(`redis-server ended with code ${child.exitCode}`);
  return {
    address: `127.0.0.1:${port}`,
    ask: (...command) => execFileSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).trim(),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
