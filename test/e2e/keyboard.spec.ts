import type { Page } from '@playwright/test';
import { changeServer, openPlace, saveServer } from './console-page';
import { expect, test } from './live-test';

test.afterEach(({ violations }) => expect(violations).toEqual([]));

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const current = (page: Page) => page.locator('tr[data-at]');

test('the places, the views and the sheet of keys are one or two keys away', async ({ page }) => {
  await saveServer(page);
  await expect(title(page)).toHaveText('Tokens');
  for (const [key, place] of [
    ['r', 'Rooms'],
    ['p', 'People'],
    ['j', 'Join'],
    ['m', 'Recording & media'],
    ['s', 'Services'],
    ['a', 'Audit'],
    ['t', 'Tokens'],
  ] as const) {
    // The second letter is waited for a second: a busy machine may be slower.
    await expect(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect(title(page)).toHaveText(place, { timeout: 1_000 });
    }).toPass();
  }
  await page.keyboard.press('i');
  await expect(page.getByRole('tab', { name: 'Inspect', selected: true })).toBeVisible();
  await expect(page.getByLabel('Pasted token')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('tab', { name: 'Issue', selected: true })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  for (const line of ['Find out why a token is refused', 'Next problem in a table', 'Peek: listen first, or look', 'Go to Audit'])
    await expect(sheet.getByText(line)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('the views of a section are one tab stop, and arrows open them', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services');
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tab('Token endpoint').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Webhooks')).toBeFocused();
  await expect(page).toHaveURL(/#\/services\/webhooks$/);
  await page.keyboard.press('End');
  await expect(tab('Local server')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(tab('Token endpoint')).toBeFocused();
  await page.goBack();
  await expect(tab('Local server')).toHaveAttribute('aria-selected', 'true');
});

test('a room is worked by keys alone: move, mute, take back, peek, ask, message, and back to the list', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada', name: 'Ada' });
  await ada.publishMicrophone({ loud: true });
  await live.joins({ identity: 'ben', name: 'Ben' });
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await expect.poll(() => live.isMuted('ada')).toEqual([false]);

  await live.row(/Ada/).focus();
  await page.keyboard.press('m');
  await expect.poll(() => live.isMuted('ada')).toEqual([true]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => live.isMuted('ada')).toEqual([false]);

  const panel = page.getByRole('complementary', { name: 'Details of Ada' });
  await page.keyboard.press('p');
  await expect(panel.getByText(/^Listening or looking: \d+ s left/)).toBeVisible();
  await page.keyboard.press('p');
  await expect(panel.getByText(/^Listening or looking/)).toHaveCount(0);

  for (const [key, dialog] of [
    ['h', /microphone/],
    ['Backspace', 'Remove Ada?'],
    ['e', 'Send data'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(live.row(/Ada/)).toBeFocused();
    await expect(panel, `the Esc of the dialog after ${key} was the dialog’s alone`).toBeVisible();
  }
  await live.row(/Ada/).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+M');
  await expect.poll(() => live.isMuted('ada')).toEqual([true]);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(live.row(/Ada/).getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(title(page)).toHaveText('Rooms');
});

test('a list is worked by keys alone: filter, create, next problem, select, open', async ({ page, live }, { testId }) => {
  await live.rooms.createRoom({ name: `${testId}/calm` });
  await live.rooms.createRoom({ name: `${testId}/calm-too` });
  await live.rooms.createRoom({ name: `room/${testId}`, maxParticipants: 1 });
  await live.joins({ identity: 'ada' });
  await openPlace(page, 'rooms');
  await expect(page.getByLabel('Filter rooms')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(testId);
  await expect(page.getByRole('table', { name: 'Rooms' }).getByRole('row')).toHaveCount(4);
  // The server counts people seconds late: until then there is no problem to go to.
  await expect(page.getByRole('row', { name: `room/${testId}` })).toContainText('1 / 1');
  await page.keyboard.press('Escape');
  await title(page).click();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Create room' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('checkbox', { name: /^Select .*/, checked: true })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('F8');
  await expect(current(page)).toHaveAttribute('data-id', `room/${testId}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Participants' })).toBeVisible();
});

test('switched off, no single letter acts, in a table or outside; arrows and F8 still do', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await page.evaluate(() => window.api['preferences.change']({ singleKeys: false }));
  await live.open();
  await live.row(/ada/).focus();
  for (const key of ['x', 'm', 'h', 'p', 'e', '?', 'n', 'i']) await page.keyboard.press(key);
  await page.keyboard.press('Backspace');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Remove ada?'); // of all those presses the last alone did something
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(live.row(/ada/).getByRole('checkbox')).not.toBeChecked();
  await expect(page.getByRole('complementary', { name: 'Details of ada' })).toHaveCount(0);
  expect(await live.isMuted('ada')).toEqual([false]);
});

test('End is the caret’s in the filter of a log, and / goes there', async ({ page }) => {
  await saveServer(page);
  await openPlace(page, 'services/local-server');
  const filter = page.getByLabel('Filter the log');
  await expect(filter).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('ready');
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await expect(filter).toHaveValue('ready!');
});

test('where the policy forbids to peek, the key says so', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await changeServer(page, { policy: { watching: { observe: false, levels: false, peek: false } } });
  await live.open();
  await live.row(/ada/).focus();
  await page.keyboard.press('p');
  await expect(page.getByText(/^Nothing can be heard or seen/).first()).toBeVisible();
});

test('the palette acts in the open room by an act’s name, and goes to another room, and to a view, by theirs', async ({ page, live }, {
  testId,
}) => {
  test.setTimeout(120_000);
  const ada = await live.joins({ identity: 'ada', name: 'Ada' });
  await ada.publishMicrophone();
  await live.rooms.createRoom({ name: `${testId} the other/room` });
  await live.open();
  await expect.poll(() => live.isMuted('ada')).toEqual([false]);
  const option = page.getByRole('option', { selected: true });
  const run = async (typed: string, hit: RegExp) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await expect(option).toHaveText(hit);
    await page.keyboard.press('Enter');
  };
  await run('mute all', /^Mute all/);
  await expect.poll(() => live.isMuted('ada')).toEqual([true]);
  for (const [typed, dialog] of [
    ['send data', 'Send data'],
    ['remove every', /^Remove everyone from /],
    ['close room', /^Close /],
  ] as const) {
    await run(typed, new RegExp(typed, 'i'));
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await run('record', /^Record/);
  await expect(page.getByRole('tab', { name: 'Egress', selected: true })).toBeVisible();

  await run(`${testId} other`, /the other\/room/);
  await expect(title(page)).toHaveText(`${testId} the other/room`);
  await run('webh', /^Webhooks/);
  await expect(page.getByRole('tab', { name: 'Webhooks', selected: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mute all');
  await expect(page.getByRole('option')).toHaveCount(0); // no room is open here
});

test('where nothing may be changed, the palette offers no act of a room', async ({ page, live }) => {
  await live.joins({ identity: 'ada' });
  await changeServer(page, { safety: 'read-only' });
  await live.open();
  await expect(page.getByRole('button', { name: 'Mute all', exact: true })).toBeDisabled();
  await page.keyboard.press('Control+k');
  const acts = page.getByRole('group', { name: 'This room' }).getByRole('option');
  await expect(acts.filter({ hasText: /mute|message|remove|close/i })).toHaveCount(0);
  await expect(acts.filter({ hasText: 'Join' })).toBeVisible();
});
