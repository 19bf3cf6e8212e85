import type { Locator, Page } from '@playwright/test';
import { openPlace, saveServer } from './console-page';
import { joinRoom } from './join-room';
import { expect, test } from './live-test';

test.afterEach(({ violations }) => expect(violations).toEqual([]));

/** The window itself never scrolls; panes do. */
async function fits(page: Page, what: string) {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(overflow, what).toEqual([0, 0]);
}
/** Playwright scrolls to it and clicks where it is: what is covered or out of every pane is not. */
const isReachable = (control: Locator) => control.click({ trial: true });

const smallest = { width: 1040, height: 640 };

test('every screen fits the smallest window, and what acts on it is in reach', async ({ page }) => {
  await saveServer(page);
  await page.setViewportSize(smallest);
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const screens: [place: string, control: Locator][] = [
    ['tokens/inspect', page.getByLabel('Pasted token')],
    ['rooms', button('Create room')],
    ['people', page.getByLabel('Find a participant')],
    ['join/room', button(/^Join room/)],
    ['join/check', button('Run the check')],
    ['join/rights', page.getByRole('textbox', { name: 'Token or join link' })],
    ['media/egress', button('Show what to set up')],
    ['audit', button('Verify now')],
    ['services/endpoint', button('Start endpoint')],
    ['services/webhooks', button('Send test event')],
    ['services/local-server', page.getByLabel('Filter the log')],
    ['settings/servers', button('Add server')],
    ['settings/keyboard', page.getByRole('switch', { name: 'Single-letter keys' })],
  ];
  for (const [place, control] of screens) {
    await openPlace(page, place);
    await expect(control, place).toBeVisible();
    await fits(page, place);
    await isReachable(control);
  }
  for (const tab of await page.getByRole('tab').all()) await isReachable(tab);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeInViewport({ ratio: 1 });
  await isReachable(page.getByRole('option').last());
  await fits(page, 'the palette');
  await page.keyboard.press('Escape');
  await openPlace(page, 'rooms');
  await button('Create room').click();
  const dialog = page.getByRole('dialog', { name: 'Create room' });
  await isReachable(dialog.getByLabel('Room name'));
  await isReachable(dialog.getByRole('button', { name: 'Create', exact: true }));
  await fits(page, 'a dialog');
});

test('a live room is worked in the smallest window, with a person’s panel', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada', name: 'Ada' });
  await ada.publishMicrophone();
  await page.setViewportSize(smallest);
  await live.open();
  await fits(page, 'a room');
  for (const name of ['Mute all', 'Message', 'Close room']) await isReachable(page.getByRole('button', { name, exact: true }));
  await live.row(/Ada/).dblclick();
  const panel = page.getByRole('complementary', { name: 'Details of Ada' });
  await isReachable(panel.getByRole('button', { name: 'Mute microphone' }));
  await isReachable(panel.getByRole('switch', { name: 'Send data' }).locator('..'));
  await fits(page, 'the panel');
  await panel.getByRole('button', { name: 'Close details' }).click();
  await live.row(/Ada/).getByRole('button', { name: 'Mute microphone' }).click();
  await expect.poll(() => live.isMuted('ada')).toEqual([true]);
});

test('at 200 % the rail still says what is wrong, and the way out of a room is on it', async ({ page, live }, { testId }) => {
  await saveServer(page, { name: 'For now', keep: 'session' });
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('button', { name: /^Switch server/ }).click();
  await page.getByRole('button', { name: /^For now/ }).click();
  const rail = page.getByRole('navigation', { name: 'Roomkeeper' });
  await expect(rail.getByTitle('Secret for this session only')).toBeInViewport({ ratio: 1 });
  await openPlace(page, 'join');
  await joinRoom(page, `room/${testId}`);
  await openPlace(page, 'tokens');
  const leave = rail.getByRole('button', { name: 'Leave', exact: true });
  await expect(leave).toBeVisible();
  await leave.click();
  await expect.poll(live.inRoom).toEqual([]);
  await expect(leave).toHaveCount(0);
});

test('in a narrow window the button of the preview counts what the preview warns of', async ({ page }) => {
  await saveServer(page);
  await page.setViewportSize({ width: 1040, height: 640 });
  await openPlace(page, 'tokens');
  const preview = page.getByRole('button', { name: /^Preview/ });
  await page.getByLabel('Identity', { exact: true }).fill('ada');
  await expect(preview).toHaveAccessibleName(/^Preview [1-9]\d* thing/); // a room is wanted
  await preview.click();
  const found = await page.getByRole('complementary', { name: 'Preview' }).locator('.finding:is(.red, .amber)').count();
  await expect(preview).toHaveAccessibleName(new RegExp(`^Preview ${found} thing`));
});

test('at 200 % a list cuts nothing off, keeps some rows in sight, and its names can be read', async ({ page, live }) => {
  await live.joins({ identity: 'ada', name: 'Ada' });
  await page.setViewportSize({ width: 640, height: 400 });
  const keepsRows = async (table: string) => {
    const rows = page.getByRole('table', { name: table });
    await expect(rows.getByRole('row').nth(1)).toBeVisible();
    const { pane, cut } = await rows.evaluate((element) => {
      const main = element.closest('main');
      return { pane: element.parentElement?.clientHeight, cut: main && main.scrollHeight - main.clientHeight };
    });
    expect(pane, table).toBeGreaterThan(120);
    expect(cut, table).toBe(0);
    await fits(page, table);
  };
  await openPlace(page, 'services/webhooks');
  await page.getByRole('button', { name: 'Start receiving' }).click();
  await expect(page.getByRole('textbox', { name: 'Receiver URL' })).toHaveValue(/^http/);
  await page.getByRole('button', { name: 'Send test event' }).click();
  await keepsRows('Deliveries');
  await isReachable(page.getByRole('button', { name: 'Send test event' }));
  await isReachable(page.getByRole('button', { name: 'Stop receiving' }));
  await live.open();
  await keepsRows('Participants');
  await openPlace(page, 'rooms');
  await keepsRows('Rooms');
  const name = await page.getByRole('table', { name: 'Rooms' }).getByRole('columnheader', { name: 'Name' }).boundingBox();
  expect(name?.width).toBeGreaterThan(100);
});
