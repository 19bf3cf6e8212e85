import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { _electron as launcher } from '@playwright/test';

/** The environment as Playwright takes it: what is undefined is left out. */
const given = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])));

/** The console in Electron. `stop` ends it and removes its data. */
export async function startInElectron(runtime: string, dataDir: string, consoleEnv: NodeJS.ProcessEnv) {
  const env = given({ ...process.env, ROOMKEEPER_DATA_DIR: dataDir, ...consoleEnv });
  const electron = await launcher.launch({ executablePath: runtime, args: ['.'], env, chromiumSandbox: true, timeout: 60_000 });
  const lines: string[] = [];
  const { stdout, stderr } = electron.process();
  for (const stream of [stdout, stderr]) if (stream) createInterface(stream).on('line', (line) => lines.push(line));
  const end = () => electron.close();
  const stop = async () => {
    await end();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { hosts: { dataDir, lines, end, browser: null, electron }, stop };
}
