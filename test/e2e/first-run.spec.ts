import { testServer } from '../setup/livekit-server';
import { fillServer } from './connect';
import { expect, test } from './fixture';

test('a wrong secret is called wrong while it is typed, and is put right without typing the rest again', async ({ page, violations }) => {
  const server = testServer();
  const form = page.getByRole('form', { name: 'Connect to your server' });
  await fillServer(page, { ...server, apiSecret: 'not-the-secret-of-this-key' }, 'First');
  await expect(form.getByText('It does not accept the secret')).toBeVisible();
  await expect(form.getByText('signature is invalid')).toBeVisible();
  await expect(form.getByText('It can be saved as it is.')).toBeVisible();
  await page.getByLabel('API secret').fill(server.apiSecret);
  await expect(form.getByText('Key and secret are right')).toBeVisible();
  await form.getByText('Production').click();
  await expect(form.getByText('It does not accept the secret')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Roomkeeper' })).toContainText('First');
  await expect(page.locator('html')).toHaveAttribute('data-env', 'production');
  expect(violations).toEqual([]);
});

test('a server that cannot be reached is saved all the same, and its connection says what is wrong', async ({ page }) => {
  const form = page.getByRole('form', { name: 'Connect to your server' });
  await fillServer(page, { url: 'ws://127.0.0.1:9', apiKey: 'APIoff', apiSecret: 'a-secret-of-a-server-that-is-off' });
  await expect(form.getByText('The server does not answer')).toBeVisible();
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('The server does not answer');
});

test('what is missing is said at its field, and an unencrypted address is marked', async ({ page }) => {
  await page.getByLabel('Server address').fill('ws://rtc.example.com');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('This is needed.')).toHaveCount(2);
  await expect(page.getByText('The connection is not encrypted')).toBeVisible();
  await expect(page.getByLabel('Server address')).toHaveValue('ws://rtc.example.com');
});

test('the ways to begin are chosen by digit, and what was typed in one is still there', async ({ page }) => {
  await page.getByLabel('Server address').fill('wss://rtc.example.com');
  await page.getByRole('radio', { name: /Connect/ }).focus();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Import servers' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByLabel('Server address')).toHaveValue('wss://rtc.example.com');
});

test('a key pair for a new server is shown once and fills the form', async ({ page }) => {
  await page.getByRole('button', { name: 'New server? Make a key pair' }).click();
  const once = page.getByRole('region', { name: 'Key pair for a new server' });
  await expect(once).toContainText(/keys:\s+API\w{12}: \w{44}/);
  const [, apiKey = '', apiSecret = ''] = /(API\w{12}): (\w{44})/.exec((await once.textContent()) ?? '') ?? [];
  await expect(page.getByLabel('API key')).toHaveValue(apiKey);
  await expect(page.getByLabel('API secret')).toHaveValue(apiSecret);
  await once.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(apiSecret)).toHaveCount(0);
});

test.describe('with settings that cannot be read', () => {
  test.use({ settingsFile: '{"profiles": [' });

  test('the first run says that this is not the first, and where the old settings are', async ({ page, violations }) => {
    await expect(page.getByLabel('Server address')).toBeVisible();
    const notice = page.getByRole('status').filter({ hasText: 'The settings file could not be read' });
    await expect(notice).toContainText(/The old file: .*config\.set-aside-.*\.json/);
    await notice.getByRole('button', { name: 'Understood' }).click();
    await expect(notice).toBeHidden();
    expect(violations).toEqual([]);
  });
});
