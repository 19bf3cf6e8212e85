import { changeServer } from './console-page';
import { expect, test } from './live-test';

test('on a free server a removal acts at the click, says who, and offers to keep them out', async ({ page, live, violations }, {
  testId,
}) => {
  for (const identity of ['ada', 'bob', 'cyd']) await live.joins({ identity });
  await changeServer(page, { safety: 'free' });
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Remove' }).click();
  await live.row(/bob/).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('ada is removed').first()).toBeVisible();
  await expect(page.getByText('bob is removed').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Under the pointer nothing moves: there they stand on, as gone.
  await expect(live.row(/^(?!.*cyd)/).and(page.locator('[data-id]:not([data-gone])'))).toHaveCount(0);
  expect(await live.inRoom()).toEqual(expect.not.arrayContaining(['ada', 'bob']));
  await page.getByRole('button', { name: 'Keep them out while Roomkeeper is open' }).last().click();
  await expect(page.getByText('Kept out: bob')).toBeVisible();
  await page.getByRole('button', { name: 'Close room' }).click();
  await expect.poll(async () => (await live.rooms.listRooms()).some(({ name }) => name === `room/${testId}`)).toBe(false);
  expect(violations).toEqual([]);
});

test('a free server whose policy wants a reason is asked for that alone', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await changeServer(page, { safety: 'free', policy: { reasonRequired: true } });
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove ada?' });
  await expect(dialog.getByRole('button', { name: 'Remove' })).toBeDisabled();
  await expect(dialog).not.toContainText('Their token still works');
  await dialog.getByLabel('Reason, for the audit log').fill('shouting');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(live.inRoom).not.toContain('ada');
});

test('a read-only server says so, and nothing that acts can be pressed', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await changeServer(page, { safety: 'read-only' });
  await live.open();
  await expect(page.getByText('This server is read-only here.')).toBeVisible();
  await expect(live.row(/ada/).getByRole('button', { name: 'Mute microphone' })).toBeDisabled();
  for (const name of ['Remove', 'Take the microphone away'])
    await expect(live.row(/ada/).getByRole('button', { name, includeHidden: true })).toBeDisabled();
  for (const name of ['Mute all', 'Gate', 'Message', 'Close room'])
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await expect(page.getByRole('button', { name: 'Create room' }).first()).toBeDisabled();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('in production everyone is removed only once their number is typed', async ({ page, live }) => {
  for (const identity of ['ada', 'bob', 'cyd']) await live.joins({ identity });
  await changeServer(page, { environment: 'production' });
  await live.open();
  await expect(live.row(/cyd/)).toBeVisible();
  await page.getByRole('button', { name: 'Mute all but some' }).click();
  await page.getByRole('menuitem', { name: 'Remove everyone' }).click();
  const dialog = page.getByRole('dialog');
  const verb = dialog.getByRole('button', { name: 'Remove 3 people' });
  await expect(verb).toBeDisabled();
  await dialog.getByLabel('Type 3 to go on').fill('2');
  await expect(verb).toBeDisabled();
  await dialog.getByLabel('Type 3 to go on').fill('3');
  await verb.click();
  await expect.poll(async () => (await live.inRoom()).filter((identity) => /^(ada|bob|cyd)$/.test(identity))).toEqual([]);
});
