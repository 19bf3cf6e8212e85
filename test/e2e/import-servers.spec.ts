import { meetJoinPage } from '../../main/contract/join-page';
import { testServer } from '../setup/livekit-server';
import { expect, test } from './fixture';

test('servers in pasted .env lines are looked at, imported with their secrets, and the plaintext is named', async ({
  page,
  violations,
}) => {
  const { url, apiKey, apiSecret } = testServer();
  await page.getByRole('radio', { name: /Import/ }).click();
  const text = page.getByLabel('Lines, .env or YAML');
  await text.fill(`LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET="${apiSecret}"\n`);
  await page.getByRole('button', { name: 'Look' }).click();
  const found = page.getByRole('region', { name: 'Servers found' });
  await expect(found.getByRole('row')).toHaveCount(2);
  await expect(found).toContainText(apiKey);
  await expect(found).not.toContainText(apiSecret);
  await page.getByText('Staging').click();
  await page.getByRole('button', { name: 'Import 1 server to keychain' }).click();
  const done = page.getByRole('status', { name: 'Import servers' });
  await expect(done).toContainText('Imported, secret kept in the keychain');
  await expect(done).toContainText('still in the clear where these lines came from');
  await expect(page.locator('html')).toHaveAttribute('data-env', 'staging');
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('The secret is right');
  expect(violations).toEqual([]);
});

test('a server that is there already is named, an incomplete one cannot be chosen, and text without servers keeps its text', async ({
  page,
}) => {
  const { url, apiKey, apiSecret } = testServer();
  const yaml = (secret: string) =>
    `projects:\n  - {name: one, url: ${url}, api_key: ${apiKey}, api_secret: ${apiSecret}}\n  - {name: two, url: ${url}, api_key: other, api_secret: "${secret}"}\n`;
  await page.getByRole('radio', { name: /Import/ }).click();
  const text = page.getByLabel('Lines, .env or YAML');
  await text.fill('nothing of use');
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('alert')).toContainText('No server was found in it.');
  await expect(text).toHaveValue('nothing of use');
  await text.fill(yaml(''));
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('checkbox', { name: 'Import two' })).toBeDisabled();
  await expect(page.getByText('no API secret')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 server to keychain' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await text.fill(yaml('another-secret'));
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('same as one')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Import one' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Import two' })).toBeChecked();
});

test('a chosen file is taken without showing what is in it, and what was typed before is not mixed with it', async ({ page }) => {
  const { url, apiKey, apiSecret } = testServer();
  await page.getByRole('radio', { name: /Import/ }).click();
  const text = page.getByLabel('Lines, .env or YAML');
  await text.fill('nothing of use');
  const buffer = Buffer.from(`LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET=${apiSecret}\n`);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose a file…' }).click()]);
  await chooser.setFiles({ name: 'harbor.env', mimeType: 'text/plain', buffer });
  await expect(page.getByText('From harbor.env.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Servers found' })).toContainText(apiKey);
  await expect(text).toHaveValue('');
  await expect(page.locator('body')).not.toContainText(apiSecret);
  await page.getByRole('button', { name: 'Import 1 server to keychain' }).click();
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('The secret is right');
});

test('an export of this console is imported again, and asks for the secret', async ({ page }) => {
  const profile = { environment: 'staging', safety: 'read-only', joinPage: meetJoinPage, policy: {} };
  const { url: serverUrl, apiKey } = testServer();
  const exported = { roomkeeper: 1, profiles: [{ name: 'Harbor', serverUrl, apiKey, ...profile }] };
  await page.getByRole('radio', { name: /Import/ }).click();
  await page.getByLabel('Lines, .env or YAML').fill(JSON.stringify(exported));
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('new; its secret is typed afterwards')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 server without its secret' }).click();
  await expect(page.getByRole('status', { name: 'Import servers' })).toContainText('Imported without its secret');
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('There is no secret for this server');
  await expect(page.locator('html')).toHaveAttribute('data-env', 'staging');
});
