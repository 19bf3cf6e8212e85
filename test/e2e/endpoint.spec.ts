import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { spawnConsole } from '../setup/console';
import { testServer } from '../setup/livekit-server';
import { connect } from './connect';
import { expect, test } from './fixture';

const ask = (url: string, key: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function openEndpoint(page: Page) {
  await connect(page, testServer());
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('tab', { name: 'Token endpoint' }).click();
}

test('an endpoint is started, a client gets its key once, and what it asks is seen and written down', async ({ page, violations }) => {
  await openEndpoint(page);
  await page.getByRole('button', { name: 'Start endpoint' }).click();
  const address = page.getByRole('textbox', { name: 'Endpoint URL' });
  await expect(address).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/livekit\/token$/);
  const url = await address.inputValue();

  await expect(page.getByText('Backend code is made from a client’s rules')).toBeVisible();
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('clinic-web');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const once = page.getByRole('textbox', { name: 'Client key' });
  await expect(once).toHaveValue(/^rk_[\w-]{43}$/);
  const key = await once.inputValue();
  await expect(page.getByRole('region', { name: 'Its rules' })).toContainText(/Guest.*any.*As given.*1h.*60/);
  await page.getByRole('table', { name: 'Clients' }).getByRole('button', { name: 'clinic-web' }).click();
  await expect(once).toBeHidden();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(once).toHaveValue(key);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(once).toBeHidden();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save OpenAPI' }).click();
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8')).servers).toEqual([{ url: new URL(url).origin }]);

  expect((await ask(url, key, { user_id: 'anna', room: 'clinic-1' })).status).toBe(200);
  expect((await ask(url, 'rk_nobody', {})).status).toBe(401);
  const asked = page.getByRole('table', { name: 'Asked just now' });
  await expect(asked.getByRole('row', { name: /clinic-web anna.*200/ })).toBeVisible();
  await expect(asked.getByRole('row', { name: /no client has this key/ })).toBeVisible();

  await page.getByRole('button', { name: 'clinic-web' }).click();
  await page.getByRole('textbox', { name: 'Rooms' }).fill('icu-*');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Clients' })).toContainText('icu-*');
  expect((await ask(url, key, { user_id: 'anna', room: 'clinic-1' })).status).toBe(403);

  await page.getByRole('button', { name: 'clinic-web' }).click();
  const code = page.getByRole('region', { name: 'Code', exact: true });
  await expect(code).toContainText("from 'express'");
  await page.getByText('Go', { exact: true }).click();
  await expect(code).toContainText('package main');
  await page.getByRole('button', { name: 'Revoke…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke client' }).click();
  await expect(page.getByRole('table', { name: 'Clients' })).toContainText('revoked');
  expect((await ask(url, key, { user_id: 'anna', room: 'icu-1' })).status).toBe(401);

  await page.getByRole('button', { name: 'Stop endpoint' }).click();
  await expect(page.getByRole('button', { name: 'Start endpoint' })).toBeVisible();
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('row', { name: /Endpoint Issue token/ }).first()).toBeVisible();
  expect(violations).toEqual([]);
});

test('a port that is taken is said at its field, and an address that others reach is asked about first', async ({ page }) => {
  await openEndpoint(page);
  const port = page.getByRole('textbox', { name: 'Port', exact: true });
  await port.fill(new URL(testServer().url).port);
  await page.getByRole('button', { name: 'Start endpoint' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Another program has that port.');
  await port.fill('');
  await page.getByRole('combobox', { name: 'Listen on' }).selectOption('0.0.0.0');
  await page.getByRole('button', { name: 'Start endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('keys and tokens can be read on the way');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('textbox', { name: 'Endpoint URL' })).toHaveCount(0);
});

test('without a page it serves the same clients of the same server from the same keychain, until a signal ends it', async ({
  running,
  page,
}) => {
  await openEndpoint(page);
  await page.getByRole('button', { name: 'Start endpoint' }).click();
  await expect(page.getByRole('textbox', { name: 'Endpoint URL' })).toBeVisible();
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('night-shift');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const key = await page.getByRole('textbox', { name: 'Client key' }).inputValue();
  await running.end();

  const { child, lines, says, ended } = spawnConsole({ dataDir: running.dataDir, args: ['--token-endpoint'] });
  try {
    const url = (await says(/^Roomkeeper serves tokens at /)).replace('Roomkeeper serves tokens at ', '');
    await says(/^Clients that may ask: 1\./);
    expect(lines).toHaveLength(2);
    const { token } = await (await ask(url, key, { user_id: 'anna', room: 'clinic-1' })).json();
    expect(token).toMatch(/^eyJ/);
  } finally {
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
});
