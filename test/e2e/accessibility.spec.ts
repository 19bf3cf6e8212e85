import type { Page } from '@playwright/test';
import { allLooks, expectNoFaults, faults, lookAs } from './axe';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './live-test';

/** axe is a script of its own, which the CSP keeps out. */
test.use({ bypassCSP: true });

/** What stands over the screen is there when this ends. */
const byKeys = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog')).toBeVisible();
};
async function openNewClient(page: Page) {
  await page.getByRole('button', { name: /^(Add client|添加客户端)/ }).click();
  await expect(page.getByRole('complementary', { name: /^(New client|新客户端)/ })).toBeVisible();
}

/** One line for each screen: its place, and what opens it where its address alone does not. */
const screens: [name: string, place: string, open?: (page: Page) => Promise<void>][] = [
  ['tokens', 'tokens'],
  ['rooms', 'rooms'],
  ['people', 'people'],
  ['recording', 'media'],
  ['agents', 'media/agents/not-there'],
  ['ingress', 'media/ingress'],
  ['the lobby', 'join/room'],
  ['the connection check', 'join/check'],
  ['the test of a token', 'join/rights'],
  ['sip', 'media/sip'],
  ['audit', 'audit'],
  ['webhooks', 'services/webhooks'],
  ['token endpoint', 'services/endpoint'],
  ['a new client', 'services/endpoint', openNewClient],
  ['local server', 'services/local-server'],
  ['a server', 'settings/servers'],
  ['a new server', 'settings/servers/new'],
  ['presets', 'settings/presets'],
  ['appearance', 'settings/appearance'],
  ['keyboard', 'settings/keyboard'],
  ['about', 'settings/about'],
  ['palette', 'tokens', byKeys('Control+k')],
  ['keys', 'tokens', byKeys('?')],
  ['switcher', 'tokens', byKeys('Control+p')],
];

for (const look of allLooks) {
  test(`axe finds nothing on any screen, ${look.join(', ')}`, async ({ page }) => {
    test.setTimeout(300_000); // a second a screen, and ten where eight suites share two cores
    await page.waitForFunction(() => 'api' in window);
    await lookAs(page, look);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect.soft(await faults(page), 'welcome').toEqual([]);
    await saveServer(page);
    for (const [name, place, open] of screens) {
      await openPlace(page, place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await open?.(page);
      expect.soft(await faults(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test('axe finds nothing on what stands over a room, its people and the log, in both schemes and languages', async ({ page, live }, {
  testId,
}) => {
  test.setTimeout(420_000); // ten readings, twenty seconds each where eight suites share two cores
  const ada = await live.joins({ identity: 'ada', name: 'Ada' });
  await ada.publishMicrophone();
  await live.joins({ identity: 'viewer', grant: { canPublish: false } });
  const panel = page.getByRole('complementary', { name: 'Details of Ada' });
  await live.open();
  await live.row(/Ada/).getByRole('button', { name: 'Permissions' }).click();
  await panel.getByRole('switch', { name: 'Publish microphone' }).click({ force: true });
  await expect(panel.getByRole('group', { name: '1 change' })).toBeVisible();
  await expectNoFaults(page, 'a room, its panel, a permission to apply', { shown: page.locator('.diff'), looks: allLooks });
  await panel.getByRole('button', { name: 'Discard' }).click();
  await panel.getByRole('button', { name: 'Copy as a command' }).first().click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await expectNoFaults(page, 'the menu of commands', { shown: page.getByRole('menuitem').first() });
  await page.keyboard.press('Escape');
  await live.row(/Ada/).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog', { name: 'Remove Ada?' })).toBeVisible();
  await expectNoFaults(page, 'the question before a removal', { shown: page.getByRole('dialog') });
  await page.keyboard.press('Escape');

  await openPlace(page, 'people');
  await page.getByLabel('Find a participant').fill('ada');
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: testId }).getByRole('button', { name: 'Details' }).click();
  await expect(panel).toContainText(testId);
  await expectNoFaults(page, 'people, one of them in detail', { shown: page.getByRole('row').filter({ hasText: testId }) });

  await openPlace(page, 'audit');
  await page.getByRole('button', { name: /^Console/ }).click();
  await page.getByRole('table', { name: 'Audit log' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expectNoFaults(page, 'what the console did, one of it in detail', { shown: page.getByRole('complementary') });
});
