import { createServer, type Server } from 'node:net';
import { freePort } from '../setup/ports';
import { expect, test } from './fixture';

/** Held by this test, or by another program: either way it is taken. */
async function take(port: number): Promise<Server> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.once('error', () => resolve()).listen(port, '127.0.0.1', resolve));
  return holder;
}

test('a server of this computer is one click away, and its connection says which version it is', async ({ page }) => {
  await page.getByRole('radio', { name: /Start a local server/ }).click();
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText(/version \d+\.\d+\.\d+ on/);
});

test('one click is enough also where the usual port is taken, tokens are issued for it, and a port of another program is refused', async ({
  page,
  violations,
}) => {
  const holder = await take(7880);
  await page.getByRole('radio', { name: /Start a local server/ }).click();
  await page.getByLabel('Identity').fill('ada');
  await page
    .getByRole('combobox', { name: 'Room' })
    .or(page.getByRole('textbox', { name: 'Room' }))
    .fill('first-room');
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^eyJ/);

  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('tab', { name: 'Local server' }).click();
  await expect(page.getByText(/^Running since/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveValue(/^ws:\/\/127\.0\.0\.1:\d+$/);
  const log = page.getByRole('log', { name: 'Server log' });
  await expect(log).toContainText('Roomkeeper: ready after');
  await page.getByLabel('Filter the log').fill('starting LiveKit');
  await expect(log).not.toContainText('ready after');
  await page.getByLabel('Filter the log').fill('');
  await page.getByRole('button', { name: 'Stop server' }).click();
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(log).toContainText('livekit-server has ended');
  const taken = await freePort();
  const other = await take(taken);
  await page.getByLabel('Port', { exact: true }).fill(String(taken));
  await page.getByRole('button', { name: 'Start local server' }).click();
  await expect(page.getByRole('alert')).toContainText('Another program has that port.');
  await expect(page.getByLabel('Port', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  other.close();
  await page.getByRole('button', { name: 'Start local server' }).click();
  await expect(page.getByText(/^Running since/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Server address' })).toHaveValue(`ws://127.0.0.1:${taken}`);
  holder.close();
  expect(violations).toEqual([]);
});
