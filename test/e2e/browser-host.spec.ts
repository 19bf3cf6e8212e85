import { createServer } from 'node:http';
import type { WebSocketRoute } from '@playwright/test';
import { expect, test } from './fixture';

test('a page says when the console has ended, and keeps what was typed', async ({ app, page }) => {
  await page.getByLabel('Server address').fill('wss://live.example');
  app.kill('SIGTERM');
  // In one place, whatever has asked meanwhile: the form tests the address by itself.
  await expect(page.getByRole('alert')).toContainText('Roomkeeper has been closed.');
  await expect(page.getByLabel('Server address')).toHaveValue('wss://live.example');
});

test('a lost connection is taken up again, and the page knows what happened meanwhile', async ({ app, page: first, context }) => {
  const page = await context.newPage();
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/ipc$/, (line) => {
    line.connectToServer();
    lines.push(line);
  });
  await page.goto(new URL('/', app.launchUrl).href);
  await page.getByLabel('Server address').waitFor();
  await lines[0]?.close({ code: 1011 });
  await first.evaluate(() => window.api['preferences.change']({ scheme: 'light' }));
  await expect.poll(() => lines.length).toBe(2);
  expect(await page.evaluate(() => window.api['profiles.list']({}))).toEqual({ ok: true, value: [] });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});

test('a page of another server of this machine gets nothing, not even the cookie', async ({ app, page, context }) => {
  const cookies: (string | undefined)[] = [];
  const other = createServer(({ headers }, response) => {
    cookies.push(headers.cookie);
    response.end('<!doctype html><title>other</title>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { origin, host } = new URL(app.launchUrl);
  await page.getByLabel('Server address').waitFor();
  const stranger = await context.newPage();
  for (const name of ['127.0.0.1', 'localhost', 'evil.localhost']) {
    await stranger.goto(`http://${name}:${port}/`);
    const got = await stranger.evaluate(
      async ([origin, host]) => ({
        socket: await new Promise((resolve) => {
          const socket = new WebSocket(`ws://${host}/ipc`);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
        read: await fetch(`${origin}/`, { credentials: 'include' }).then(
          () => 'read',
          () => 'refused',
        ),
        frame: await new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = `${origin}/`;
          frame.onload = () => resolve(frame.contentDocument === null ? 'unreadable' : 'readable');
          document.body.append(frame);
        }),
      }),
      [origin, host] as const,
    );
    expect(got, name).toEqual({ socket: 'refused', read: 'refused', frame: 'unreadable' });
  }
  other.close();
  other.closeAllConnections();
  expect(cookies.filter((cookie) => cookie !== undefined)).toEqual([]);
  expect(await page.evaluate(() => window.api['profiles.list']({}))).toEqual({ ok: true, value: [] });
});

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN', colorScheme: 'light' });

  test('language and colours follow the system until others are chosen', async ({ page }) => {
    const html = page.locator('html');
    await expect(page.getByRole('form', { name: '连接到你的服务器' })).toBeVisible();
    await expect(html).toHaveAttribute('lang', 'zh-CN');
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.evaluate(() => window.api['preferences.change']({ language: 'en', scheme: 'light' }));
    await expect(page.getByLabel('Server address')).toBeVisible();
    await expect(html).toHaveAttribute('lang', 'en');
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });

  test.describe('with English chosen', () => {
    test.use({ settingsFile: JSON.stringify({ preferences: { language: 'en' } }) });

    test('English is what is shown, and Chinese is not even fetched', async ({ page, violations }) => {
      await expect(page.getByLabel('Server address')).toBeVisible();
      await page.waitForLoadState('networkidle');
      const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect(fetched.filter((name) => name.includes('zh-cn'))).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      expect(violations).toEqual([]);
    });
  });
});
