import { readFileSync } from 'node:fs';
import { testServer } from '../setup/livekit-server';
import { connect, fillServer } from './connect';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('a second server is added and edited, its secret rotated, and it is deleted', async ({ page, violations }) => {
  const server = testServer();
  await connect(page, server, 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add server' }).click();
  await fillServer(page, { ...server, apiSecret: 'outdated' }, 'Second');
  await page.getByRole('button', { name: /^Save/ }).click();

  const connection = page.getByRole('complementary', { name: 'Connection' });
  await expect(connection).toContainText('It does not accept the secret');
  await expect(connection).toContainText('signature is invalid');
  await expect(page.getByRole('navigation', { name: 'Servers' }).getByRole('link', { name: /Second/ })).toContainText('refused');

  await page.getByRole('button', { name: 'Enter the secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the secret of Second' });
  await dialog.getByText('Key and secret', { exact: true }).click();
  await dialog.getByLabel('New API key').fill(server.apiKey);
  await dialog.getByLabel('New API secret').fill(server.apiSecret);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(connection).toContainText('The secret is right');

  const form = page.getByRole('form', { name: 'Second' });
  await form.getByLabel('Name', { exact: true }).fill('Second, renamed');
  await form.getByText('Production').click();
  await form.getByLabel('Longest lifetime').fill('6 hours');
  await expect(form).toContainText('nothing can call it back');
  await expect(form).toContainText('Unsaved changes');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('form', { name: 'Second, renamed' }).getByLabel('Longest lifetime')).toHaveValue('6h');
  await expect(page.getByText('Unsaved changes')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-env', 'production');

  await page.getByRole('button', { name: 'Delete server…' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Second, renamed?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete server' }).click();
  await expect(page.getByRole('navigation', { name: 'Servers' }).getByRole('link')).toHaveCount(1);
  await expect(page.getByRole('form', { name: 'First' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('a field at fault is said at the field, and unsaved changes survive a look at another screen', async ({ page }) => {
  await connect(page, testServer(), 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Longest lifetime').fill('soon');
  await page.getByLabel('Join page').fill('https://meet.example.com/');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write it as 90m, 1h10m, 2d, 18:00 or a date.')).toBeVisible();
  await expect(page.getByText('It needs {token} where the token goes.')).toBeVisible();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByLabel('Longest lifetime')).toHaveValue('soon');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Longest lifetime')).toHaveValue('1h');
});

test('a removed secret is missed in words, and an exported server has none', async ({ page }) => {
  const { apiSecret, ...server } = testServer();
  await connect(page, { ...server, apiSecret }, 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export without secret' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain(server.apiKey);
  expect(text).not.toContain(apiSecret);
  await page.getByRole('button', { name: 'Remove the secret…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove secret' }).click();
  await expect(page.getByRole('group', { name: 'API secret' })).toContainText('None stored');
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('There is no secret for this server');
});

test('a secret that the server does not take leaves the old one in use, unless it is stored all the same', async ({ page }) => {
  const server = testServer();
  await connect(page, server, 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Replace…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the secret of First' });
  await dialog.getByLabel('New API secret').fill('mistyped');
  await dialog.getByRole('button', { name: 'Save to keychain' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It does not accept the secret');
  await expect(dialog.getByRole('alert')).toContainText('The old secret is still in use.');
  await expect(dialog.getByRole('button', { name: 'Store it all the same' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const connection = page.getByRole('complementary', { name: 'Connection' });
  await connection.getByRole('button', { name: 'Check again' }).click();
  await expect(connection).toContainText('The secret is right');

  await page.getByRole('button', { name: 'Replace…' }).click();
  await dialog.getByText('Key and secret', { exact: true }).click();
  await dialog.getByRole('button', { name: 'New server? Make a key pair' }).click();
  const once = dialog.getByRole('region', { name: 'Key pair for a new server' });
  await expect(once).toContainText(/keys:\s+API\w{12}: \w{44}/);
  const [, apiKey = ''] = /(API\w{12})/.exec((await once.textContent()) ?? '') ?? [];
  await dialog.getByRole('button', { name: 'Save to keychain' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It does not know this key');
  await dialog.getByRole('button', { name: 'Store it all the same' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('API key')).toHaveValue(apiKey);
  await expect(connection).toContainText('It does not know this key');
});

test('all servers are exported at once, without a secret', async ({ page }) => {
  const { apiSecret, ...server } = testServer();
  await connect(page, { ...server, apiSecret }, 'First');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add server' }).click();
  await fillServer(page, { ...server, apiSecret: 'another-secret' }, 'Second');
  await page.getByText('Production').click();
  await page.getByRole('button', { name: /^Save/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export all' }).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text).profiles).toMatchObject([{ name: 'First' }, { name: 'Second', environment: 'production' }]);
  expect(text).not.toMatch(new RegExp(`${apiSecret}|another-secret`));
});

test('join links open LiveKit’s Meet, a Meet on a host of one’s own, or any page with the token’s place in it', async ({ page }) => {
  await openTokenDesk(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  const joinPage = page.getByRole('textbox', { name: 'Join page' });
  const kind = (name: string) => page.getByRole('radiogroup', { name: 'Join links open' }).getByText(name, { exact: true });
  await expect(page.getByRole('radio', { name: 'LiveKit Meet' })).toBeChecked();
  await kind('A Meet of your own').click();
  await page.getByLabel('Host of your Meet').fill('https://Meet.harbor.example/');
  await expect(joinPage).toHaveValue('https://Meet.harbor.example/custom?liveKitUrl={url}&token={token}');
  await expect(page.getByText('meet.harbor.example sees the token.')).toBeVisible();
  await expect(page.getByText('LiveKit Meet’s page goes live with camera and microphone at once.')).toBeVisible();
  await kind('Another page').click();
  await joinPage.fill('https://join.harbor.example/#{token}');
  await expect(page.getByText('join.harbor.example sees the token.')).toBeVisible();
  await expect(page.getByText('LiveKit Meet’s page goes live')).toBeHidden();
  await kind('LiveKit Meet').click();
  await expect(joinPage).toHaveValue('https://meet.livekit.io/custom?liveKitUrl={url}&token={token}');
});
