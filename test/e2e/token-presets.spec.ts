import { readFile } from 'node:fs/promises';
import { expect, test } from './fixture';
import { openTokenDesk } from './token-desk';

test('an own preset is saved from the form, used again, exported, deleted and imported', async ({ page, violations }) => {
  const desk = await openTokenDesk(page);
  await desk.preset('Publisher').click();
  await desk.grant(/^Edit own profile/).click();
  await desk.validFor.fill('45m');
  await desk.button('Save as preset').click();
  await page.getByLabel('Name of the preset').fill('Ward doctor');
  await desk.button('Save preset').click();
  await desk.preset('Guest').click();
  await expect(desk.grant(/^Publish/)).not.toBeChecked();
  await desk.preset('Ward doctor').click();
  await expect(desk.grant(/^Publish/)).toBeChecked();
  await expect(desk.grant(/^Edit own profile/)).toBeChecked();
  await expect(desk.validFor).toHaveValue('45m');

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Presets' }).click();
  await page.getByRole('button', { name: 'Ward doctor' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export yours' }).click();
  const file = await (await downloading).path();
  expect(await readFile(file, 'utf8')).toContain('"Ward doctor"');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete preset' }).click();
  await expect(page.getByRole('button', { name: 'Ward doctor' })).toBeHidden();
  await page.getByLabel('File of presets').setInputFiles(file);
  await expect(page.getByRole('status').getByText('1 preset imported')).toBeVisible();
  await expect(page.getByLabel('Name of the preset')).toHaveValue('Ward doctor');
  expect(violations).toEqual([]);
});

test('a preset cannot take the name of another, and says so at its field', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.button('Save as preset').click();
  await page.getByLabel('Name of the preset').fill('moderator');
  await desk.button('Save preset').click();
  await expect(page.getByText('That name is taken.')).toBeVisible();
  await expect(page.getByLabel('Name of the preset')).toHaveValue('moderator');
});

test('an own preset is replaced by one of its name, and stays one', async ({ page }) => {
  const desk = await openTokenDesk(page);
  for (const [lifetime, verb] of [
    ['45m', 'Save preset'],
    ['30m', 'Replace preset'],
  ] as const) {
    await desk.validFor.fill(lifetime);
    await desk.button('Save as preset').click();
    await page.getByLabel('Name of the preset').fill('Ward doctor');
    await desk.button(verb).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await desk.preset('Guest').click();
  await desk.preset('Ward doctor').click(); // two would not take the click
  await expect(desk.validFor).toHaveValue('30m');
});

test('a grant that the preset does not hold leaves it, and that is said', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.grant(/^Moderate this room/).click();
  await expect(page.getByRole('status').getByText('Left the preset “Guest”: its limits no longer hold.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Custom' })).toBeChecked();
});

test('a preset that is deleted while it is chosen leaves the form as it is, without it', async ({ page }) => {
  const desk = await openTokenDesk(page);
  await desk.room.fill('cardiology');
  await desk.button('Save as preset').click();
  await page.getByLabel('Name of the preset').fill('Ward doctor');
  await desk.button('Save preset').click();
  await expect(page.getByRole('radio', { name: 'Ward doctor' })).toBeChecked();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Presets' }).click();
  await page.getByRole('button', { name: 'Ward doctor' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete preset' }).click();
  await page.getByRole('link', { name: 'Tokens' }).click();
  await expect(page.getByRole('radio', { name: 'Custom' })).toBeChecked();
  await desk.issue.click();
  await expect(desk.token).toHaveValue(/^eyJ/);
});
