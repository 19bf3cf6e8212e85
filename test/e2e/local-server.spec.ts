import { createServer } from 'node:net';
import { freePort } from '../setup/ports';
import { expect, test } from './fixture';

test('a server of this computer is one click away, also where its usual port is taken, and tokens are issued for it', async ({
  page,
  violations,
}) => {
  // Held by this test, or by another program: either way it is taken.
  const holder = createServer().on('error', () => {});
  await new Promise<void>((resolve) => holder.on('error', resolve).listen(7880, '127.0.0.1', resolve));
  await page.getByRole('radio', { name: /Start a local server/ }).click();
  await expect(page.getByRole('alert')).toContainText('Another program has that port.');
  holder.close();
  await page.getByLabel('Port', { exact: true }).fill(String(await freePort()));
  await page.getByRole('button', { name: 'Start local server and open' }).click();
  await page.getByLabel('Identity').fill('ada');
  await page
    .getByRole('combobox', { name: 'Room' })
    .or(page.getByRole('textbox', { name: 'Room' }))
    .fill('first-room');
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^eyJ/);

  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('link', { name: 'Local server' }).click();
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
  await page.getByRole('button', { name: 'Start local server' }).click();
  await expect(page.getByText(/^Running since/)).toBeVisible();
  expect(violations).toEqual([]);
});
