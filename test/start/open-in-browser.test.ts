import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openInBrowser } from '../../main/host/open-in-browser';

const link = 'http://roomkeeper-0123456789abcdef.localhost:40000/launch?ticket=a-ticket-that-works-once';
const createLink = vi.fn(() => link);
let root: string;
let temporary: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'roomkeeper-opened-'));
  temporary = mkdtempSync(path.join(root, 'tmp-'));
  for (const [name, value] of Object.entries({ PATH: root, TMPDIR: temporary, DISPLAY: ':0' })) vi.stubEnv(name, value);
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  createLink.mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

/** Stands for Chromium: writes down how it was called, and stays. */
const installBrowser = () =>
  writeFileSync(path.join(root, 'chromium'), `#!/bin/sh\nprintf '%s\\n' "$$" "$@" > "${root}/called"\nexec /usr/bin/tail -f /dev/null\n`, {
    mode: 0o755,
  });
const called = () => (existsSync(path.join(root, 'called')) ? readFileSync(path.join(root, 'called'), 'utf8').trim().split('\n') : []);

describe.runIf(process.platform === 'linux')('the browser of the machine', () => {
  test('gets the link by a file for its owner alone, and a profile of its own; both are gone when it is closed', async () => {
    installBrowser();
    const opened = openInBrowser(['--browser'], createLink);
    await expect.poll(() => called().length).toBeGreaterThan(3);
    const [pid, app = '', profile = '', ...more] = called();
    expect(more).toEqual(['--no-first-run', '--no-default-browser-check']);
    const page = fileURLToPath(app.slice('--app='.length));
    expect([statSync(page).mode & 0o777, statSync(path.dirname(page)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(readFileSync(page, 'utf8')).toContain(`url=${link}"`);
    expect(profile).toBe(`--user-data-dir=${path.join(path.dirname(page), 'profile')}`);
    expect(called().join()).not.toContain('ticket');
    await opened?.close();
    expect(readdirSync(temporary)).toEqual([]);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  test.each([
    ['for root, whom its sandbox refuses', () => vi.mocked(process.getuid ?? vi.fn()).mockReturnValue(0), []],
    ['without a display', () => vi.stubEnv('DISPLAY', '').stubEnv('WAYLAND_DISPLAY', ''), []],
    ['where only the link is wanted', () => {}, ['--print-link']],
    ['where none is installed', () => rmSync(path.join(root, 'chromium')), []],
    ['by a name relative to where one happens to be', () => vi.stubEnv('PATH', '.'), []],
  ])('is not opened %s, and no link is spent', (_where, arrange, args) => {
    installBrowser();
    arrange();
    expect(openInBrowser(args, createLink)).toBeUndefined();
    expect(createLink).not.toHaveBeenCalled();
    expect(readdirSync(temporary)).toEqual([]);
  });
});
