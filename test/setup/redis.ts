import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './ports.ts';
import { onPath } from './programs.ts';

export const hasRedis = onPath('redis-server') !== null;

export type RunningRedis = {
  /** What livekit-server's configuration wants. */
  address: string;
  ask(...command: string[]): string;
  /** Puts bytes into a field of a hash. */
  put(hash: string, field: string, value: Uint8Array): void;
  stop(): Promise<void>;
};

/** A Redis in memory, on the loopback, until `stop`. */
export async function startRedis(): Promise<RunningRedis> {
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
    put: (hash, field, value) => void execFileSync('redis-cli', ['-p', String(port), '-x', 'HSET', hash, field], { input: value }),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
