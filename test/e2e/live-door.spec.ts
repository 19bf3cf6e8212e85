import { expect, test } from './live-test';

test('who is kept out is removed again whenever they come, until the watch is stopped', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await live.open();
  await page.getByRole('button', { name: 'Gate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Watch the door of/ });
  await expect(dialog).toContainText('LiveKit cannot lock a room or cancel a token');
  await dialog.getByLabel(/^Ban:/).check();
  await dialog.getByLabel('Who', { exact: true }).selectOption('pattern');
  await dialog.getByLabel('Identity', { exact: true }).fill('troll-*');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Kept out: troll-*')).toBeVisible();
  for (const [identity, removals] of [
    ['troll-1', '1 removal'],
    ['troll-2', '2 removals'],
  ] as const) {
    const troll = await live.joins({ identity });
    await expect.poll(() => troll.room.isConnected).toBe(false);
    await expect(page.getByText(removals)).toBeVisible();
  }
  expect(await live.inRoom()).toContain('ada');
  await page.locator('.run.watch').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Kept out: troll-*')).toHaveCount(0);
  await live.joins({ identity: 'troll-3' });
  await expect(live.row(/troll-3/)).toBeVisible();
});

test('a gate lets in whoever is on its roster, and nobody else', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await live.open();
  await page.getByRole('button', { name: 'Gate', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Watch the door of/ });
  await expect(dialog.getByLabel('Roster, one identity a line')).toHaveValue('ada');
  await dialog.getByLabel('Roster, one identity a line').fill('ada\ngrace');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Gate: 2 identities may be here')).toBeVisible();
  const stranger = await live.joins({ identity: 'stranger' });
  await expect.poll(() => stranger.room.isConnected).toBe(false);
  const grace = await live.joins({ identity: 'grace' });
  await expect(live.row(/grace/)).toBeVisible();
  expect([ada.room.isConnected, grace.room.isConnected]).toEqual([true, true]);
});
