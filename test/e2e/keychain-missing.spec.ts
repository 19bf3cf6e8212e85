import { testServer } from '../setup/livekit-server';
import { freePort } from '../setup/ports';
import { fillServer } from './connect';
import { expect, test } from './fixture';

test.use({ consoleEnv: { DBUS_SESSION_BUS_ADDRESS: undefined, DISPLAY: undefined, WAYLAND_DISPLAY: undefined } });

test('without a keychain a secret is kept for the session only where the user says so', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: on the systems that always have a keychain there is nothing to test
  test.skip(process.platform !== 'linux', 'elsewhere the system always has a keychain');
  await expect(page.getByText('The keychain cannot be reached')).toBeVisible();
  await expect(page.getByText(/dbus-run-session/)).toBeVisible();
  await fillServer(page, testServer());
  await page.getByRole('button', { name: 'Save to keychain and open' }).click();
  await expect(page.getByRole('alert')).toContainText('The keychain cannot be reached');
  await expect(page.getByLabel('API secret')).toHaveValue(testServer().apiSecret);
  await page.getByRole('checkbox', { name: 'Keep for this session only' }).check();
  await page.getByRole('button', { name: 'Save for this session and open' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('group', { name: 'API secret' })).toContainText('For this session only');
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('The secret is right');
});

test('without a keychain a local server starts with keys for this session', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: on the systems that always have a keychain there is nothing to test
  test.skip(process.platform !== 'linux', 'elsewhere the system always has a keychain');
  await expect(page.getByText('The keychain cannot be reached')).toBeVisible();
  await page.getByRole('radio', { name: /Connect/ }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByLabel('Port', { exact: true }).fill(String(await freePort()));
  await page.getByRole('checkbox', { name: 'Keep for this session only' }).check();
  await page.getByRole('button', { name: 'Start local server and open' }).click();
  await page.getByRole('link', { name: 'Services' }).click();
  await page.getByRole('tab', { name: 'Local server' }).click();
  await expect(page.getByText(/^Running since/)).toBeVisible();
});
