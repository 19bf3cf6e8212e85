import { faults, lookAs, twoLooks } from './axe';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('at 1040 × 640 the preview opens by its button over the form, and never over the filled one', async ({ page }) => {
  await page.setViewportSize({ width: 1040, height: 640 });
  const desk = await openTokenDesk(page);
  await expect(desk.preview).toBeHidden();
  await desk.button('Preview').click();
  await expect(desk.preview).toBeVisible();
  await desk.room.fill('cardiology');
  await desk.issue.click(); // a covered button would not take the click
  await expect(desk.token).toHaveValue(/^eyJ/);
  await page.keyboard.press('Escape');
  await expect(desk.token).toBeHidden();
});

test.describe('with axe', () => {
  test.use({ bypassCSP: true });
  for (const look of twoLooks) {
    test(`nothing is in the way of assistive technology, ${look.join(', ')}`, async ({ page }) => {
      test.slow(); // axe reads every element twice
      await openTokenDesk(page);
      await lookAs(page, look);
      for (const fold of await page.locator('.folds > button').all()) await fold.click();
      await page.locator('[name="identity"]').fill('ana.ruiz');
      await page.locator('[name="room"]').fill('cardiology');
      await expect(page.locator('.json')).toContainText('cardiology');
      expect(await faults(page, 'main')).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.rk-qr')).toBeVisible();
      expect(await faults(page, 'main')).toEqual([]);
    });
  }
});

test('the desk speaks Chinese, and leaves LiveKit’s names as they are', async ({ page }) => {
  await openTokenDesk(page);
  await page.evaluate(() => window.api['preferences.change']({ language: 'zh-CN' }));
  await page.getByRole('textbox', { name: '身份标识' }).fill('ana.ruiz');
  await page.getByRole('textbox', { name: '房间', exact: true }).fill('cardiology');
  await page.getByRole('radiogroup', { name: '预设' }).getByText('主持人').click();
  await expect(page.getByText('ana.ruiz 可以加入 cardiology，身份为主持人')).toBeVisible();
  await expect(page.getByRole('switch', { name: '主持本房间 roomAdmin' })).toBeChecked();
  await page.getByRole('button', { name: /^签发令牌/ }).click();
  await page.getByRole('button', { name: '询问服务器' }).click();
  await expect(page.getByText('服务器会放行此令牌')).toBeVisible();
});
