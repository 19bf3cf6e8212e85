import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { backendFrameworks } from '../../main/contract/endpoint.ts';
import { freePort } from '../setup/ports.ts';
import type { Sdks } from './prepare.ts';

export type Framework = (typeof backendFrameworks)[number];
type Keys = { apiKey: string; apiSecret: string; clientKey: string };
const files: Record<Framework, string> = { express: 'backend.mjs', fastapi: 'backend.py', go: 'backend.go' };

/** Runs one of the backends that the console hands out, on a free port of the loopback, until `stop`. */
export async function startBackend(framework: Framework, code: string, { apiKey, apiSecret, clientKey }: Keys, sdks: Sdks) {
  const folder = mkdtempSync(path.join(tmpdir(), 'roomkeeper-backend-'));
  // Node looks for packages from the folder of the file; the other languages are told.
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
  const source = path.join(folder, files[framework]);
  writeFileSync(source, code);
  const port = await freePort();
  const env = { ...process.env, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret, CLIENT_KEY: clientKey, PORT: String(port) };
  const programs: Record<Framework, () => [program: string, args: string[]]> = {
    express: () => [process.execPath, [source]],
    fastapi: () => [sdks.python?.program ?? '', [source]],
    go() {
      const built = path.join(folder, 'backend');
      const options = { cwd: path.resolve('test/sdks'), env: { ...process.env, ...sdks.go?.env }, timeout: 240_000 };
      execFileSync('go', ['build', '-o', built, source], options);
      return [built, []];
    },
  };
  const [program, args] = programs[framework]();
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/livekit/token`;
  if (await answers(url, child)) return { url, stop };
  await stop();
  throw new Error(`the backend of ${framework} does not answer`);
}

/** Python takes seconds to load on a busy machine. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    if (await fetch(url, { method: 'POST' }).catch(() => undefined)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
