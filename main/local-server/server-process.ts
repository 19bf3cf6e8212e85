import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type ServerProcess = {
  pid: number;
  /** How it ended, after its last line: an exit code or a signal's name. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Becomes the server, and leaves a watcher behind that waits on our end of its standard input: when the console dies, however hard,
 * that end closes and the server is ended too. A server that has ended by itself is not there to be killed again.
 */
const endWithParent =
  'server=$$; exec 3<&0; { read -r _ <&3 || { kill $server && sleep 2 && kill -9 $server; }; } >/dev/null 2>&1 & exec 3<&-; exec "$0" </dev/null';

/** What livekit-server takes from its environment comes before its configuration: with one of these it could join a cluster elsewhere. */
const overrides = /^(?:LIVEKIT_|REDIS_|NODE_IP$|UDP_PORT$)/i;
const ownEnvironment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !overrides.test(name)));

/**
 * Starts livekit-server with its configuration in the environment: the arguments of a process are everyone's to read, its environment
 * is its user's alone, and a file with the secret in it would outlive a crash. Answers at once; `onLine` gets what it prints.
 */
export function startServerProcess(program: string, config: string, onLine: (line: string) => void): ServerProcess {
  const [file, args] = process.platform === 'win32' ? [program, []] : ['/bin/sh', ['-c', endWithParent, program]];
  const child = spawn(file, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...ownEnvironment(), LIVEKIT_CONFIG: config },
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    /** livekit-server 1.13.5 loses a SIGTERM that comes right after its start, and waits for people in its rooms: a second one ends the wait. */
    async stop() {
      child.kill();
      const again = setTimeout(() => child.kill(), 1_000);
      const hard = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(again);
      clearTimeout(hard);
    },
  };
}

/** Waits until the server answers `asks` with yes, for ten seconds at most; false: it has ended or does not. */
export async function isReady(server: ServerProcess, asks: () => Promise<boolean>): Promise<boolean> {
  const limit = AbortSignal.timeout(10_000);
  let running = true;
  void server.ended.then(() => {
    running = false;
  });
  while (running && !limit.aborted) {
    if (await asks()) return running;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
