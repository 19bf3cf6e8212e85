import { expect, test } from './live-test';

test('support mutes a speaking person in two clicks, and undoes it', async ({ page, live, violations }) => {
  const ada = await live.joins({ identity: 'user-4711', name: 'Ada' });
  await ada.publishMicrophone({ loud: true });
  await live.open();
  const row = live.row(/Ada/);
  await expect(row.getByRole('img', { name: /^Speaking/ })).toBeVisible();
  await row.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(row.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  expect(await live.isMuted('user-4711')).toEqual([true]);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(row.getByRole('button', { name: 'Mute microphone', exact: true })).toBeVisible();
  expect(await live.isMuted('user-4711')).toEqual([false]);
  expect(violations).toEqual([]);
});

test('whoever has been speaking since before the observer came is shown as speaking', async ({ live, violations }) => {
  const ada = await live.joins({ identity: 'ada' });
  const bob = await live.joins({ identity: 'bob' });
  const told = new Promise<void>((resolve) => {
    bob.room.on('activeSpeakersChanged', (speakers) => void (speakers.some(({ identity }) => identity === 'ada') && resolve()));
  });
  await ada.publishMicrophone({ loud: true, constant: true });
  await bob.publishMicrophone();
  // The server has told of it, once and for all, to whoever was there.
  await told;
  await live.open();
  await expect(live.row(/ada/).getByRole('img', { name: /^Speaking/ })).toBeVisible({ timeout: 60_000 });
  await expect(live.row(/bob/).getByRole('img', { name: 'Silent' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('a person is removed after a question that says what it does not do', async ({ page, live }) => {
  await live.joins({ identity: 'bob' });
  await live.joins({ identity: 'cyd' });
  await live.open();
  await live.row(/bob/).getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove bob?' });
  await expect(dialog).toContainText('Their token still works');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(live.row(/bob/)).toHaveCount(0);
  await expect(live.row(/cyd/)).toBeVisible();
  expect(await live.inRoom()).not.toContain('bob');
});

test('the permission editor shows the difference, then takes the microphone away', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const panel = page.getByRole('complementary', { name: 'Details of ada' });
  await panel.getByRole('switch', { name: 'Publish microphone' }).click({ force: true });
  await expect(panel.getByRole('group', { name: '1 change' })).toContainText('canPublishSources: microphone');
  expect(await live.isMuted('ada')).toEqual([false]);
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(panel).toContainText('Nothing is published.');
  expect(await live.isMuted('ada')).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('switch', { name: 'Publish microphone' })).toBeChecked();
});

test('everyone is muted at once, and undone at once', async ({ page, live }) => {
  for (const identity of ['ada', 'bob']) await (await live.joins({ identity })).publishMicrophone();
  await live.open();
  await page.getByRole('button', { name: 'Mute all', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Mute microphone', exact: true })).toHaveCount(2);
});

test('names that hide, reorder or pretend to be markup are written out', async ({ page, live, violations }) => {
  await live.joins({ identity: 'evil\u202egnp', name: '<img src=x onerror=alert(1)>\u200b\n' });
  await live.open();
  const row = live.row(/evil/);
  await expect(row).toContainText('<img src=x onerror=alert(1)>U+200BU+000A');
  await expect(row).toContainText('evilU+202Egnp');
  await expect(page.locator('img')).toHaveCount(0);
  expect(violations).toEqual([]);
});

test('the observer is not shown to participants, and is gone after the view is left', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await expect.poll(live.inRoom).toContainEqual(expect.stringMatching(/^roomkeeper-observer-/));
  expect(ada.sees()).toEqual([]);
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await expect.poll(live.inRoom).toEqual(['ada']);
});

test('with observing stopped, the list still shows who comes and goes', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await live.open();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(live.inRoom).toEqual(['ada']);
  const bob = await live.joins({ identity: 'bob' });
  await expect(live.row(/bob/)).toBeVisible();
  await bob.leave();
  await expect(live.row(/bob/)).toHaveCount(0);
});

test('by keys alone: move, mute, open and close the details', async ({ page, live }) => {
  for (const identity of ['ada', 'bob']) await (await live.joins({ identity })).publishMicrophone();
  await live.open();
  await live.row(/ada/).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await expect(live.row(/bob/).getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details of bob' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Details of bob' })).toHaveCount(0);
});
