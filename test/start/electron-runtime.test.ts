import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { cannotStartCode, findElectron, runExecutable } from '../../main/host/electron-runtime';

let root: string;
let electron: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'roomkeeper-runtime-'));
  electron = path.join(root, 'node_modules/electron');
  mkdirSync(path.join(electron, 'dist'), { recursive: true });
  writeFileSync(path.join(electron, 'package.json'), '{"version":"45.4.1"}');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
});
const find = (env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux', isRoot = false) =>
  findElectron({ root, env: { DISPLAY: ':0', ...env }, platform, isRoot });
const unpack = (dir = path.join(electron, 'dist')) => {
  writeFileSync(path.join(electron, 'path.txt'), 'electron');
  writeFileSync(path.join(dir, 'electron'), '');
};

/** Stands for the place that Electron's releases are loaded from, and counts who asks. */
async function mirror(status: number | 'silent') {
  const asked: string[] = [];
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    if (status !== 'silent') response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { asked, ELECTRON_MIRROR: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` };
}

test('an unpacked runtime is found by its files', async () => {
  unpack();
  expect(await find()).toEqual({ executable: path.join(electron, 'dist/electron') });
});

test('a runtime elsewhere is found by ELECTRON_OVERRIDE_DIST_PATH', async () => {
  const elsewhere = path.join(root, 'elsewhere');
  mkdirSync(elsewhere);
  unpack(elsewhere);
  expect(await find({ ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toEqual({ executable: path.join(elsewhere, 'electron') });
});

test.each([
  ['this machine has no display', { DISPLAY: '' }, 'linux', false],
  ["Electron's sandbox does not work for root", {}, 'linux', true],
] as const)('%s, and nothing else is looked at', async (lacks, env, platform, isRoot) => {
  unpack();
  const { asked, ELECTRON_MIRROR } = await mirror(200);
  expect(await find({ ...env, ELECTRON_MIRROR }, platform, isRoot)).toEqual({ lacks });
  expect(asked).toEqual([]);
});

test('macOS and Windows have a display', async () => {
  unpack();
  for (const platform of ['darwin', 'win32'] as const) expect(await find({ DISPLAY: '' }, platform)).toHaveProperty('executable');
});

test.each([404, 'silent'] as const)('a release that answers %s is asked for once a day', async (status) => {
  const { asked, ELECTRON_MIRROR } = await mirror(status);
  expect(await find({ ELECTRON_MIRROR })).toEqual({ lacks: "Electron's runtime is not here, and its download cannot be reached" });
  expect(await find({ ELECTRON_MIRROR })).toEqual({
    lacks: "Electron's runtime is not here, and its download could not be reached within the last day",
  });
  expect(asked).toEqual([`HEAD /v45.4.1/electron-v45.4.1-linux-${process.arch}.zip`]);
});

test('a release that can be had is installed by the installer of Electron', async () => {
  const { ELECTRON_MIRROR } = await mirror(200);
  const install = `const fs = require('fs'); fs.writeFileSync(__dirname + '/path.txt', 'electron'); fs.writeFileSync(__dirname + '/dist/electron', '');`;
  writeFileSync(path.join(electron, 'install.js'), install);
  expect(await find({ ELECTRON_MIRROR })).toEqual({ executable: path.join(electron, 'dist/electron') });
});

test('an installer that fails leads to the browser host', async () => {
  const { ELECTRON_MIRROR } = await mirror(200);
  writeFileSync(path.join(electron, 'install.js'), 'process.exit(1)');
  expect(await find({ ELECTRON_MIRROR })).toEqual({ lacks: "the download of Electron's runtime failed" });
  expect(existsSync(path.join(electron, 'path.txt'))).toBe(false);
  expect(await find({ ELECTRON_MIRROR })).toEqual({
    lacks: "Electron's runtime is not here, and its download failed within the last day",
  });
});

test('a checkout that cannot be written leads to the browser host all the same', async () => {
  const { ELECTRON_MIRROR } = await mirror(404);
  writeFileSync(path.join(root, 'node_modules/.cache'), 'in the way of the folder');
  expect(await find({ ELECTRON_MIRROR })).toEqual({ lacks: "Electron's runtime is not here, and its download cannot be reached" });
});

const program = (script: string) => {
  const file = path.join(root, 'program');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
};

test.skipIf(process.platform === 'win32')('a runtime that ends at once with a failure says why in its own words', async () => {
  expect(await runExecutable(program('echo "error while loading shared libraries: libnss3.so" >&2; exit 127'), [])).toEqual({
    lacks: 'Electron ended at once (error while loading shared libraries: libnss3.so)',
  });
  expect(await runExecutable(program('kill -TRAP $$'), [])).toEqual({ lacks: 'Electron ended at once (SIGTRAP)' });
  expect(await runExecutable(path.join(root, 'not-there'), [])).toEqual({ lacks: expect.stringContaining('ENOENT') });
});

test.skipIf(process.platform === 'win32')('a runtime that ends well is the end, however soon', async () => {
  expect(await runExecutable(program('exit 0'), [])).toEqual({ code: 0 });
});

test.skipIf(process.platform === 'win32')(
  'a console that cannot start in Electron is no reason for the browser host, which could not either',
  async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runExecutable(program(`echo "already running" >&2; exit ${cannotStartCode}`), [])).toEqual({ code: cannotStartCode });
    expect(said.mock.calls.flat()).toContain('already running\n');
    said.mockRestore();
  },
);

test.skipIf(process.platform === 'win32')('a start that is ended by a signal opens no other host', async () => {
  const ran = runExecutable(program('exec tail -f /dev/null'), []);
  process.emit('SIGHUP', 'SIGHUP');
  expect(await ran).toEqual({ code: 1 });
});
