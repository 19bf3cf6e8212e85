import { expect, test } from './live-test';

test('the live room and a person who was found lead to the lobby of their room', async ({ page, live }, { testId }) => {
  const room = `room/${testId}`;
  await live.joins({ identity: 'ada' });
  await live.open();
  const filled = page.getByRole('textbox', { name: 'Room' }).filter({ visible: true });
  await page.getByRole('button', { name: `Join: ${room}` }).click();
  await expect(filled).toHaveValue(room);
  await filled.fill('');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByLabel('Find a participant').fill('ada');
  await page.keyboard.press('Enter');
  const found = page.getByRole('table', { name: 'People found' }).getByRole('row').filter({ hasText: room });
  await found.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('button', { name: `Join: ${room}` }).click();
  await expect(filled).toHaveValue(room);
});
