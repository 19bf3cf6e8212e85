import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** What fuses look for in Electron's executable: a sentinel, a version, their number, one character each. */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100011')]);
const bin = (name: string) => path.resolve('node_modules/.bin', name);

/** electron-builder takes any folder with Electron's files for Electron: this one holds nothing but the fuses. */
function fakeElectron(dir: string): string {
  const dist = path.join(dir, 'electron');
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  writeFileSync(path.join(dist, 'electron'), fuseWire, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox']) writeFileSync(path.join(dist, name), '45.4.1');
  const app = path.join(dir, 'default-app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'package.json'), '{}');
  execFileSync(bin('asar'), ['pack', app, path.join(dist, 'resources/default_app.asar')]);
  return dist;
}

describe.runIf(process.platform === 'linux')('the package', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'roomkeeper-package-'));
  const unpacked = path.join(dir, 'out/linux-unpacked');
  beforeAll(() => {
    const settings = [`-c.electronDist=${fakeElectron(dir)}`, `-c.directories.output=${path.join(dir, 'out')}`];
    execFileSync(bin('electron-builder'), ['--linux', 'dir', ...settings], { stdio: 'pipe' });
  }, 120_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('has every fuse set as it should be', () => {
    const read = execFileSync(bin('electron-fuses'), ['read', '--app', path.join(unpacked, 'roomkeeper')], { encoding: 'utf8' });
    const fuses = Object.fromEntries([...read.matchAll(/^\s*(\w+) is (\w+)/gm)].map(([, name, state]) => [name, state]));
    expect(fuses).toMatchObject({
      RunAsNode: 'Disabled',
      EnableCookieEncryption: 'Enabled',
      EnableNodeOptionsEnvironmentVariable: 'Disabled',
      EnableNodeCliInspectArguments: 'Disabled',
      EnableEmbeddedAsarIntegrityValidation: 'Enabled',
      OnlyLoadAppFromAsar: 'Enabled',
      LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
      GrantFileProtocolExtraPrivileges: 'Disabled',
    });
  });

  test('holds what was built and the one addon of its platform, outside the archive, and nothing else', () => {
    const list = execFileSync(bin('asar'), ['list', path.join(unpacked, 'resources/app.asar')], { encoding: 'utf8' }).split('\n');
    expect(list).toEqual(expect.arrayContaining(['/package.json', '/dist/main/index.js', '/dist/renderer/index.html']));
    expect(list.filter((name) => /\.map$|\.ts$|^\/(test|main|renderer)\b/.test(name))).toEqual([]);
    const modules = list.filter((name) => /^\/node_modules\/(@[^/]+\/)?[^/]+$/.test(name));
    expect(modules).toEqual(['/node_modules/keytar']);
    const outside = readdirSync(path.join(unpacked, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' });
    const addons = outside.filter((name) => name.endsWith('.node'));
    expect(addons).toEqual([expect.stringMatching(`^node_modules/keytar/prebuilds/linux-${process.arch}/`)]);
  });
});

test('on a Mac the console and its helpers may use camera and microphone, and compile scripts, and no more', () => {
  const { mac } = parse(readFileSync('electron-builder.yml', 'utf8'));
  for (const file of [mac.entitlements, mac.entitlementsInherit]) {
    const granted = [...readFileSync(file, 'utf8').matchAll(/<key>com\.apple\.security\.(.*)<\/key>\s*<true\/>/g)].map(([, name]) => name);
    expect(granted).toEqual(['cs.allow-jit', 'device.camera', 'device.audio-input']);
  }
});

test('a deb has what Debian asks for: a home page and a maintainer with an address', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).homepage).toMatch(/^https:\/\//);
  expect(parse(readFileSync('electron-builder.yml', 'utf8')).linux.maintainer).toMatch(/^\S.* <\S+@\S+>$/);
});
