import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm start`: builds where a source is newer than the last build, then does what `node .` does.
 * In one process, so that a signal to npm reaches the console; in JavaScript, so that an old Node gets as far as its sentence.
 */
const { node } = process.versions;
// Vite says this by a stack trace.
if (Number.parseInt(node, 10) < 22) {
  console.error(
    `Roomkeeper needs Node.js 22 or newer; this is ${node}. "npm ci" brings one of its own, which "npm start" uses: run both again.`,
  );
  process.exit(1);
}
process.chdir(fileURLToPath(new URL('.', import.meta.url)));
const stamp = 'dist/built';
// Folders count too: a deleted file changes nothing but the time of its folder.
const inside = (/** @type {string} */ folder) => [folder, ...readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`)];
const sources = () => ['vite.config.ts', 'package.json', 'package-lock.json', ...inside('main'), ...inside('renderer')];
const isBuilt = () => existsSync(stamp) && sources().every((file) => statSync(file).mtimeMs < statSync(stamp).mtimeMs);

const parent = process.ppid;
if (!isBuilt()) {
  const command = ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  if (process.ppid !== parent) process.exit(1); // npm was ended while it built
}
await import(new URL('dist/main/index.js', import.meta.url).href);
