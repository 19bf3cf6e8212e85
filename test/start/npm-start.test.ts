import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

const parts = ['main', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'start.js', 'vite.config.ts', '.npmrc'];

/** The console as it comes from a clone and `npm ci`, before its first start. */
function freshCopy(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'roomkeeper-start-'));
  for (const part of parts) cpSync(part, path.join(root, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction');
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  return root;
}

/** Starts it; answers what was said up to the launch link. What npm itself says begins with `>`. */
async function startByNpm(root: string): Promise<string[]> {
  const env = { ...process.env, ROOMKEEPER_DATA_DIR: path.join(root, 'data') };
  const child = spawn('npm', ['start', '--', '--browser', '--print-link'], { cwd: root, env, shell: process.platform === 'win32' });
  const lines: string[] = [];
  const isOpen = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        if (line !== '' && !line.startsWith('> ')) lines.push(line);
        if (line.startsWith('Roomkeeper is open at ')) resolve();
      });
    }
  });
  const ended = once(child, 'close');
  await Promise.race([isOpen, ended]);
  child.kill();
  await ended;
  return lines.slice(0, lines.findIndex((line) => line.startsWith('Roomkeeper is open at ')) + 1 || lines.length);
}

test('npm start on a fresh clone builds without a word, says which host and why, then the link', { timeout: 180_000 }, async () => {
  const root = freshCopy();
  const asExpected = [
    'Roomkeeper runs in the browser host: it was started with --browser.',
    expect.stringMatching(/^Roomkeeper is open at http:\/\/roomkeeper-\w+\.localhost:\d+\/launch\?ticket=/),
  ];
  expect(await startByNpm(root)).toEqual(asExpected);
  expect(existsSync(path.join(root, 'dist/built'))).toBe(true);
  expect(await startByNpm(root)).toEqual(asExpected);
});

test('a build that is broken off is not taken for one', () => {
  const root = freshCopy();
  cpSync('dist', path.join(root, 'dist'), { recursive: true, preserveTimestamps: true });
  rmSync(path.join(root, 'renderer/index.html'));
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app'], { cwd: root, encoding: 'utf8' });
  expect([status, existsSync(path.join(root, 'dist/built'))]).toEqual([1, false]);
});

test('an old Node.js gets a sentence', () => {
  const old = 'data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } })';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', old, 'start.js'], { encoding: 'utf8' });
  expect([status, stdout, stderr.trim().split('\n')]).toEqual([
    1,
    '',
    ['Roomkeeper needs Node.js 22 or newer; this is 20.20.2. "npm ci" brings one of its own, which "npm start" uses: run both again.'],
  ]);
});
