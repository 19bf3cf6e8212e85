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
