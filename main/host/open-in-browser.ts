import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from './electron-runtime';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];
const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const onWindows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

function candidates(): string[] {
  const { PATH = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '' } = process.env;
  if (process.platform === 'darwin') return onMac.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') return [PROGRAMFILES, PROGRAMFILES_X86].flatMap((dir) => onWindows.map((name) => path.join(dir, name)));
  return PATH.split(path.delimiter).flatMap((dir) => onPath.map((name) => path.join(dir, name)));
}

/**
 * Opens a link in a window and profile of its own, without the user's extensions, where there is a display and a browser.
 * Never as root: Chromium's sandbox refuses it, and the console does not run without.
 */
export function openInBrowser(args: string[], createLink: () => string): { close: () => Promise<void> } | undefined {
  const isRoot = process.getuid?.() === 0;
  if (args.includes('--print-link') || isRoot || !hasDisplay(process.env, process.platform)) return undefined;
  const browser = candidates().find((file) => path.isAbsolute(file) && existsSync(file));
  if (!browser) return undefined;
  const dir = mkdtempSync(path.join(tmpdir(), 'roomkeeper-'));
  // By a private file, since every user of the machine can read a command line.
  const page = path.join(dir, 'launch.html');
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0; url=${createLink()}">`, { mode: 0o600 });
  const profile = path.join(dir, 'profile');
  const child = spawn(
    browser,
    [`--app=${pathToFileURL(page)}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()));
  const close = async () => {
    child.kill();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { close };
}
