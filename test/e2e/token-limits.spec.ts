import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('a moderator for 6 h is refused by the policy, with the reason at the field, and allowed once Settings are', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('grand-rounds');
  await desk.preset('Moderator').click();
  await expect(desk.button('6 h')).toHaveAttribute('aria-disabled', 'true');
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
  await desk.grant('List all rooms').click();
  await expect(desk.preview).toContainText('Reaches every room on Harbor: its holder can see all rooms.');
  await desk.button('Issue server-wide token').click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await page.getByLabel('Reason').fill('OPS-3318');
  await desk.button('Issue server-wide token').click();
  await expect(desk.token).toHaveValue(/^eyJ/);
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
