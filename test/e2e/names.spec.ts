import type { Page } from '@playwright/test';
import { startLiveKitServer, testServer } from '../setup/livekit-server';
import { freePort } from '../setup/ports';
import { hasRedis, startRedis } from '../setup/redis';
import { connect } from './connect';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

/** The English names that scripts of others go by. Exact: a longer name would break them. */
const named = (page: Page, role: 'link' | 'tab' | 'button' | 'textbox', name: string) => page.getByRole(role, { name, exact: true });

test('the first run shows “Connect to your server” at once, with fields and a saving button by their names', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Connect to your server', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Connect to your server', exact: true })).toBeVisible();
  await page.getByLabel('Server address', { exact: true }).fill(testServer().url);
  await page.getByLabel('API key', { exact: true }).fill(testServer().apiKey);
  await page.getByLabel('API secret', { exact: true }).fill(testServer().apiSecret);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tokens', exact: true })).toBeVisible();
});

test('each section is a link of its name, and a server is added by one name everywhere', async ({ page }) => {
  await saveServer(page);
  const places = ['Tokens', 'Rooms', 'People', 'Join', 'Recording & media', 'Services', 'Settings'];
  for (const place of places) {
    await named(page, 'link', place).click();
    await expect(page.getByRole('heading', { level: 1, name: place, exact: true })).toBeVisible();
  }
  await named(page, 'button', 'Add server').click();
  for (const field of ['Server address', 'API key', 'API secret']) await expect(page.getByLabel(field, { exact: true })).toBeVisible();
  await openPlace(page, 'tokens');
  await page.getByRole('button', { name: /^Switch server/ }).click();
  await named(page, 'button', 'Add server').click();
  await expect(page.getByLabel('Server address', { exact: true })).toBeVisible();
});

test('a token is issued, copied and asked about by the names of its fields and buttons', async ({ page }) => {
  await saveServer(page);
  for (const [field, text] of [
    ['Identity', 'ada'],
    ['Display name', 'Ada'],
    ['Room', 'ward-round'],
    ['Valid for', '10 minutes'],
  ] as const)
    await page.getByLabel(field, { exact: true }).fill(text);
  await named(page, 'button', 'Issue token').click();
  for (const name of ['Token', 'Join link']) {
    await expect(named(page, 'textbox', name)).toHaveAttribute('readonly');
    await expect(named(page, 'textbox', name)).toHaveCount(1);
  }
  const token = await named(page, 'textbox', 'Token').inputValue();
  expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(await named(page, 'textbox', 'Join link').inputValue()).toContain(token);
  for (const name of ['Copy token', 'Copy join link', 'Ask the server']) await expect(named(page, 'button', name)).toBeVisible();
});

test('Services has its three tabs; an endpoint and a client are made by their names', async ({ page }) => {
  await saveServer(page);
  await named(page, 'link', 'Services').click();
  await named(page, 'tab', 'Local server').click();
  await named(page, 'tab', 'Webhooks').click();
  await expect(named(page, 'button', 'Send test event')).toBeVisible();
  await named(page, 'tab', 'Token endpoint').click();
  await page.getByLabel('Port', { exact: true }).fill(String(await freePort()));
  await named(page, 'button', 'Start endpoint').click();
  await expect(named(page, 'textbox', 'Endpoint URL')).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/livekit\/token$/);
  await expect(named(page, 'textbox', 'Endpoint URL')).toHaveAttribute('readonly');
  await named(page, 'button', 'Add client').click();
  await named(page, 'textbox', 'Name').fill('night-shift');
  await named(page, 'button', 'Save').click();
  await expect(named(page, 'textbox', 'Client key')).toHaveValue(/\S{20,}/);
  await expect(named(page, 'textbox', 'Client key')).toHaveAttribute('readonly');
  await named(page, 'button', 'Done').click();
  await expect(named(page, 'textbox', 'Client key')).toHaveCount(0);
});

test('Recording & media has its four tabs, whether the server has Redis or not', async ({ page }) => {
  const redis = hasRedis ? await startRedis() : null;
  const server = redis ? await startLiveKitServer(`redis: {address: '${redis.address}'}`) : null;
  try {
    await connect(page, testServer(), 'Without');
    if (server) await saveServer(page, { name: 'With', serverUrl: server.url, apiKey: server.apiKey, apiSecret: server.apiSecret });
    for (const name of server ? ['Without', 'With'] : ['Without']) {
      await page.getByRole('button', { name: /^Switch server/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`^${name} `) })
        .click();
      await named(page, 'link', 'Recording & media').click();
      for (const tab of ['Ingress', 'SIP', 'Agents', 'Egress']) {
        await named(page, 'tab', tab).click();
        await expect(named(page, 'tab', tab)).toHaveAttribute('aria-selected', 'true');
      }
    }
  } finally {
    await server?.stop();
    await redis?.stop();
  }
});
