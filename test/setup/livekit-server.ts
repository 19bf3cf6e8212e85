import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.ts';
import { cacheDir, type Missing, onPath } from './programs.ts';

const liveKitVersion = '1.13.5';
const ending = process.platform === 'win32' ? '.exe' : '';
const built = path.join(cacheDir, `livekit-server-${liveKitVersion}${ending}`);

const isRightVersion = (file: string) => spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.includes(liveKitVersion);

/** By environment variable, on PATH, in the cache, else built by Go: minutes the first time, nothing after that. */
export function ensureLiveKitServer(): string | Missing {
  const named = process.env.ROOMKEEPER_LIVEKIT_SERVER;
  const cure = `install it, name it in ROOMKEEPER_LIVEKIT_SERVER, or install Go 1.26 or newer, which builds it`;
  const missing = { what: `livekit-server ${liveKitVersion}`, without: 'all tests on a real server', cure };
  if (named) return isRightVersion(path.resolve(named)) ? path.resolve(named) : { ...missing, what: `${missing.what} at ${named}` };
  const installed = onPath('livekit-server');
  if (installed && isRightVersion(installed)) return installed;
  if (existsSync(built)) return built;
  if (!onPath('go')) return missing;
  console.log(`Building livekit-server ${liveKitVersion}: about two minutes, once`);
  mkdirSync(cacheDir, { recursive: true });
  const { status } = spawnSync('go', ['install', `github.com/livekit/livekit-server/cmd/server@v${liveKitVersion}`], {
    stdio: 'inherit',
    env: { ...process.env, GOBIN: cacheDir, GOFLAGS: '' },
    timeout: 1_200_000,
  });
  if (status !== 0) return missing;
  renameSync(path.join(cacheDir, `server${ending}`), built);
  return built;
}

export type TestServer = { url: string; apiKey: string; apiSecret: string };
/** `restart`: dies at once, as in a crash, and comes back on the same ports with nothing remembered. */
export type RunningServer = TestServer & { pid: number; stop(): Promise<void>; restart(): Promise<void> };

/** Linux's `lo`, macOS' `lo0`: the server picks the interfaces for media by name. */
const loopback = process.platform === 'darwin' ? 'lo0' : 'lo';

function liveKitProgram(): string {
  const program = ensureLiveKitServer();
  if (typeof program !== 'string') throw new Error(`${program.what} is missing: ${program.cure}`);
  return program;
}

type Keys = Pick<TestServer, 'apiKey' | 'apiSecret'>;
const newKeys = (): Keys => ({ apiKey: `API${randomBytes(6).toString('hex')}`, apiSecret: randomBytes(32).toString('base64url') });

/** Runs until `stop`, on free ports of the loopback. `extra`: further lines of the server's YAML. `keys`: another node's, to be one more of it. */
export async function startLiveKitServer(extra = '', keys = newKeys()): Promise<RunningServer> {
  // A port that was free may be another program's by the time the server wants it.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnFreePorts(extra, keys);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function startOnFreePorts(extra: string, keys: Keys): Promise<RunningServer> {
  const [port, tcp, udp] = [await freePort(), await freePort(), await freePort()];
  const config = [
    `port: ${port}`,
    'bind_addresses: [127.0.0.1]',
    `rtc: {tcp_port: ${tcp}, udp_port: ${udp}, use_external_ip: false, node_ip: 127.0.0.1, interfaces: {includes: [${loopback}]}, enable_loopback_candidate: true}`,
    `keys: {${keys.apiKey}: ${keys.apiSecret}}`,
    'logging: {level: error}',
    extra || 'room: {enable_remote_unmute: true}',
  ].join('\n');
  const begin = () => {
    const child = spawn(liveKitProgram(), ['--config-body', config], { stdio: ['ignore', 'ignore', 'inherit'] });
    return { child, ended: once(child, 'exit') };
  };
  let running = begin();
  /** A SIGTERM shortly after the start is lost (livekit-server 1.13.5), and one with people in it waits for them. */
  const stop = async () => {
    const { child, ended } = running;
    child.kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(timer);
  };
  const answers = async () => {
    for (let attempt = 0; attempt < 100 && running.child.exitCode === null; attempt += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await stop();
    throw new Error(`livekit-server does not answer on port ${port}`);
  };
  const restart = async () => {
    running.child.kill('SIGKILL');
    await running.ended;
    running = begin();
    await answers();
  };
  await answers();
  return { ...keys, url: `ws://127.0.0.1:${port}`, pid: running.child.pid ?? 0, stop, restart };
}

/** The one server that `npm test` started for all suites. */
export function testServer(): TestServer {
  const server = JSON.parse(process.env.ROOMKEEPER_TEST_SERVER ?? 'null');
  if (!server) throw new Error('Run the tests by npm test: it starts the LiveKit server they need');
  return server;
}
