import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from './fixture';

// Told in Electron alone, where its runtime is; the host as built, with a stand-in for Electron, is in test/electron.

test('the page has no Node, is sandboxed, and is kept apart from the preload', async ({ electron, page }) => {
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // It is there, though Electron's types do not tell of it.
    const ask: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    const preferences: unknown = typeof ask === 'function' ? ask.call(contents) : null;
    return preferences;
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))).toEqual([]);
});

test('no page opens a window or goes anywhere else', async ({ electron, page }) => {
  await page.getByLabel('Server address').waitFor();
  const home = page.url();
  expect(await page.evaluate(() => window.open('https://example.com'))).toBe(null);
  expect(await page.evaluate(() => window.open('about:blank'))).toBe(null);
  await page.evaluate(() => window.location.assign('https://example.com'));
  await expect(page.getByLabel('Server address')).toBeVisible();
  expect(page.url()).toBe(home);
  expect(electron.windows()).toHaveLength(1);
});

test('a page that is not the console is answered nothing, whatever window it is in', async ({ electron }) => {
  const answer = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/dist/main/electron-preload.cjs`;
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('about:blank');
    const said: unknown = await stranger.webContents.executeJavaScript(`window.api['profiles.list']({})`);
    stranger.destroy();
    return said;
  });
  expect(answer).toMatchObject({ ok: false, code: 'untrusted-sender' });
});

test('a second start on the same data says so, and leaves the window to the first', async ({ electron, page, running, runtime }) => {
  await page.getByLabel('Server address').waitFor();
  const second = spawn(runtime ?? '', ['.'], { env: { ...process.env, ROOMKEEPER_DATA_DIR: running.dataDir } });
  const [[code], said] = await Promise.all([once(second, 'exit'), text(second.stderr)]);
  expect(code).toBe(1);
  expect(said).toContain('Roomkeeper is already running on this data');
  expect(electron.windows()).toHaveLength(1);
});
