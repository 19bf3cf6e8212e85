import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where Electron's executable is, if it has been unpacked. Importing 'electron' to ask would start a download. */
function electronRuntime(root = path.resolve('node_modules/electron')) {
  const pointer = path.join(root, 'path.txt');
  const file = existsSync(pointer) ? path.join(root, 'dist', readFileSync(pointer, 'utf8')) : undefined;
  return file && existsSync(file) ? file : undefined;
}

const runtime = process.versions.electron || process.argv.includes('--browser') ? undefined : electronRuntime();
if (runtime) {
  const { spawn } = await import('node:child_process');
  spawn(runtime, ['.', ...process.argv.slice(2)], { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
} else {
  const { start } = await (process.versions.electron ? import('./host/electron') : import('./host/browser'));
  // Not awaited: Electron becomes ready only after this module has been evaluated.
  void start().then(() => process.exit());
}
