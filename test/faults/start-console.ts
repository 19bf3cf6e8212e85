import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { Input, Output } from '../../main/contract';
import type { CallName } from '../../main/contract/names';
import type { Result } from '../../main/contract/result';

const outDir = path.resolve('test/results/faults');

/** Once, before all: the child is a process of plain Node, with the sources of main bundled as in the product. */
export const buildChild = () =>
  build({
    configFile: false,
    logLevel: 'error',
    define: { __VERSION__: '"test"' },
    ssr: { noExternal: true, external: ['keytar'] },
    build: { ssr: path.resolve('test/faults/console-child.ts'), outDir, target: 'node24', minify: false },
  });

/** A console as a process of its own behind `command` (a session bus, a keyring). */
export function startConsole(home: string, command: string[], env: NodeJS.ProcessEnv = {}) {
  const { DBUS_SESSION_BUS_ADDRESS: _, DISPLAY: __, WAYLAND_DISPLAY: ___, XDG_DATA_HOME: ____, ...rest } = process.env;
  const [file = process.execPath, ...args] = [...command, process.execPath, path.join(outDir, 'console-child.js')];
  const child = spawn(file, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...rest, HOME: home, XDG_RUNTIME_DIR: home, ROOMKEEPER_DATA_DIR: path.join(home, 'data'), ...env },
    detached: true,
  });
  const waiting = new Map<number, (result: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [id, result] = JSON.parse(line);
    waiting.get(id)?.(result);
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    for (const settle of waiting.values()) settle({ ok: false, code: 'closed', message: `The console ended with ${code} ${signal}` });
    // dbus-run-session passes a signal on as 128 + its number.
    return code === 137 || signal === 'SIGKILL' ? 'by SIGKILL' : code === 0 ? 'in order' : `with ${code ?? signal}`;
  });
  let last = 0;
  return {
    call<N extends CallName>(name: N, input: Partial<Input<N>>): Promise<Result<Output<N>>> {
      last += 1;
      const id = last;
      child.stdin.write(`${JSON.stringify([id, name, input])}\n`);
      return new Promise((resolve) => waiting.set(id, (result) => resolve(Object(result))));
    },
    /** Ends it and its bus, and says how it went. */
    async end(): Promise<string> {
      child.stdin.end();
      const how = await ended;
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of its group is left.
      }
      return how;
    },
  };
}
