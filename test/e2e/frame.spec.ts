import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

test.beforeEach(async ({ page }) => {
  await saveServer(page, { name: 'Harbor production', environment: 'production' });
  await saveServer(page, { name: 'Harbor staging', environment: 'staging' });
  await page.evaluate(async () => {
    const profiles = await window.api['profiles.list']({});
    const production = profiles.ok && profiles.value.find(({ name }) => name === 'Harbor production');
    if (production) await window.api['preferences.change']({ openProfileId: production.id });
  });
  await expect(page.getByRole('button', { name: /^Switch server: Harbor production Production/ })).toBeVisible();
});
test.afterEach(({ violations }) => expect(violations).toEqual([]));

test('the palette goes everywhere by keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Issue a token/);
  await field.fill('about harbor nothing');
  await expect(page.getByRole('option')).toHaveCount(0);
  await field.fill('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Tokens/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('letters go to places, and stay letters in a field', async ({ page }) => {
  const title = page.getByRole('heading', { level: 1 });
  // The second letter is waited for a second: a busy machine may be slower.
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(title).toHaveText('Services', { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('n');
  await expect(title).toHaveText('Tokens');
  await page.getByLabel('Display name').fill('');
  await page.getByLabel('Display name').pressSequentially('gsn?');
  await expect(page.getByLabel('Display name')).toHaveValue('gsn?');
  await expect(title).toHaveText('Tokens');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('single letters can be switched off, and Ctrl still works', async ({ page }) => {
  await openPlace(page, 'settings/keyboard');
  await page.getByRole('switch', { name: 'Single-letter keys' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Single-letter keys' })).not.toBeChecked();
  await page.keyboard.press('n');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('another server is opened by keyboard, and its environment is on the screen at once', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-env', 'production');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('button', { name: /^Harbor production/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Switch server: Harbor staging Staging/ })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-env', 'staging');
  await expect(page.getByText('Staging', { exact: true }).first()).toBeVisible();
});

test('the switcher leads to the form for a new server', async ({ page }) => {
  await page.getByRole('button', { name: /^Switch server/ }).click();
  await page
    .getByRole('dialog', { name: /^Switch server/ })
    .getByRole('button', { name: 'Add server' })
    .click();
  await expect(page).toHaveURL(/#\/settings\/servers\/new$/);
  await expect(page.getByLabel('Server address')).toBeVisible();
});

test('the foot of the sidebar says where the secret is and how far the server', async ({ page }) => {
  const sidebar = page.getByRole('navigation', { name: 'Roomkeeper' });
  await expect(sidebar.getByText(/^Secret in /)).toBeVisible();
  await expect(sidebar.getByText(/^\d+ ms/)).toBeVisible();
  await expect(sidebar.getByRole('img', { name: 'Connected' })).toBeVisible();
});

test('language and colours change at once, and what was typed stays', async ({ page }) => {
  await page.getByLabel('Display name').fill('Ada');
  await openPlace(page, 'settings/appearance');
  await page.getByText('简体中文').click();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const [name, scheme] of [
    ['深色', 'dark'],
    ['浅色', 'light'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  }
  await page.getByRole('link', { name: '令牌' }).click();
  await expect(page.getByLabel('显示名称')).toHaveValue('Ada');
});

/** The smallest window, and 1280 × 800 at 200 %. */
for (const viewport of [
  { width: 1040, height: 640 },
  { width: 640, height: 400 },
]) {
  test(`nothing is out of reach at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const place of ['tokens', 'services', 'rooms', 'settings/servers', 'settings/presets', 'settings/about']) {
      await openPlace(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight];
      });
      expect(overflow, place).toEqual([0, 0]);
    }
    await openPlace(page, 'tokens');
    await expect(page.getByRole('button', { name: 'Issue token' })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Preview' })).toBeFocused();
    for (const place of ['Tokens', 'Services', 'Settings']) {
      await expect(page.getByRole('link', { name: place, exact: true })).toBeInViewport({ ratio: 1 });
    }
  });
}
