import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

/** The theme's red for what acts, as the browser computes it. */
const redOf = (page: Page) =>
  page.evaluate(() => {
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'var(--mantine-color-red-filled)';
    document.body.append(probe);
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  });

test('a moderator for 6 h is refused by the policy, with the reason at the field, and allowed once Settings are', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('grand-rounds');
  await desk.preset('Moderator').click();
  await expect(desk.button('6 h')).toHaveAttribute('aria-disabled', 'true');
  await expect(desk.button('6 h')).toHaveAccessibleDescription(
    'This server’s policy allows 1 hour at most. Raise it in Settings → Servers.',
  );
  await desk.button('1 h').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toHaveText('This server’s policy allows 1 hour at most. Raise it in Settings → Servers.');
  await desk.validFor.fill('6h');
  await desk.issue.click();
  await expect(page.getByRole('alert')).toHaveText('This server’s policy allows 1 hour at most. Raise it in Settings → Servers.');
  await expect(desk.validFor).toHaveValue('6h');
  await expect(desk.room).toHaveValue('grand-rounds');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Longest lifetime').fill('8h');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Unsaved changes')).toBeHidden();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await expect(page.getByText('This server’s policy allows')).toBeHidden();
  await desk.issue.click();
  await expect(desk.token).toHaveValue(/^eyJ/);
});

test('a server-wide grant that the policy forbids is off; one that it allows needs a reason and a red button', async ({ page }) => {
  const policy = { longestLifetimeSeconds: 3_600, serverWideGrants: ['roomList' as const] };
  const desk = await openTokenDesk(page, { name: 'Harbor', policy });
  await desk.room.fill('grand-rounds');
  await expect(desk.grant('Record').first()).toBeEnabled();
  await expect(page.getByRole('group', { name: 'Server-wide' }).getByRole('switch', { name: 'Record' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: /^Ingress manager Needs ingressAdmin, which this server’s policy/ })).toBeDisabled();
  await expect(page.getByText('See the name of every room and how many are in it.')).toBeVisible();
  await expect(page.getByText(/^Those that are off for good this server’s policy does not allow/)).toBeVisible();
  await desk.grant('List all rooms roomList').click();
  await expect(desk.preview).toContainText('Reaches every room on Harbor: its holder can see all rooms.');
  await expect(desk.button('Issue server-wide token')).toHaveCSS('background-color', await redOf(page));
  await expect(desk.preview.locator('.line.red')).toHaveText(/^"roomList": true/);
  await desk.button('Issue server-wide token').click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByLabel('Reason').fill('OPS-3318');
  await desk.button('Issue server-wide token').click();
  await expect(desk.token).toHaveValue(/^eyJ/);
});

test('another identity is one click away', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.identity.fill('ana.ruiz');
  await desk.button('Make a new one').click();
  await expect(desk.identity).toHaveValue(/^user-[0-9a-f]{8}$/);
});

test('what the token says goes from the screen with the field that makes none possible', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('cardiology');
  await expect(desk.preview.getByRole('region', { name: 'Claims' })).toContainText('cardiology');
  await desk.validFor.fill('soon');
  await expect(desk.preview.getByRole('region', { name: 'Claims' })).toBeHidden();
  await desk.validFor.fill('30m');
  await expect(desk.preview.getByRole('region', { name: 'Claims' })).toContainText('cardiology');
});

test('what is typed stays while another section is open', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.identity.fill('ana.ruiz');
  await desk.validFor.fill('soon');
  await desk.button('Metadata and attributes').click();
  await desk.button('Add attribute').click();
  await page.getByLabel('Attribute name').fill('department');
  await expect(page.getByText('Write it as 90m, 1h10m, 2d, 18:00 or a date.')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(desk.identity).toBeHidden();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await expect(desk.identity).toHaveValue('ana.ruiz');
  await expect(desk.validFor).toHaveValue('soon');
  await expect(page.getByLabel('Attribute name')).toHaveValue('department');
  await desk.button('Start over').click();
  await expect(desk.identity).toHaveValue(/^user-[0-9a-f]{8}$/);
  await expect(desk.validFor).toHaveValue('1h');
});
