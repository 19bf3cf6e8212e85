import type { Page } from '@playwright/test';
import { changeServer } from './console-page';
import { expect, test } from './live-test';

/** As the audit log has them. What became of one is not known before it ends. */
const outcomesOfPeeks = (page: Page) =>
  page.evaluate(async () => {
    const log = await window.api['audit.list']({});
    return log.ok ? log.value.entries.filter(({ action }) => action === 'rooms.peek').map(({ outcome }) => outcome) : [];
  });

test('someone is listened to at a click, seen while it lasts, written down, and over when the room is left', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone({ loud: true });
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const panel = page.getByRole('complementary', { name: 'Details of ada' });
  await panel.getByRole('button', { name: 'Listen' }).click();
  await expect(panel.getByText(/^Listening or looking: \d+ s left/)).toBeVisible();
  await panel.getByRole('button', { name: 'End', exact: true }).click();
  await expect(panel.getByText(/^Listening or looking/)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Listen' }).click();
  await expect(panel.getByText(/^Listening or looking/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await expect.poll(() => outcomesOfPeeks(page)).toEqual(['done', 'done']);
});

test('what is looked at ends by itself after its half minute, and is written down as over', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishCamera();
  await live.open();
  await expect(page.getByText('Observing, hidden')).toBeVisible();
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const panel = page.getByRole('complementary', { name: 'Details of ada' });
  await panel.getByRole('button', { name: 'Look' }).click();
  const picture = panel.getByLabel('Picture of the peeked track');
  await expect(picture).toBeVisible();
  await expect(panel.getByText(/^Listening or looking: \d+ s left/)).toBeVisible();
  // The clock alone is put forward: everything else goes on as it does.
  await page.clock.setFixedTime(Date.now() + 31_000);
  await expect(picture).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Look' })).toBeVisible();
  await expect.poll(() => outcomesOfPeeks(page)).toEqual(['done']);
  await expect(page.getByText('Observing, hidden')).toBeVisible();
});

test('where the policy forbids it nobody is listened to, levels are shown all the same; with observing forbidden the observer leaves at once', async ({
  page,
  live,
}) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone({ loud: true });
  await changeServer(page, { policy: { watching: { observe: true, levels: true, peek: false } } });
  await live.open();
  await expect(live.row(/ada/).getByRole('img', { name: /^Speaking/ })).toBeVisible({ timeout: 60_000 });
  await live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
  const panel = page.getByRole('complementary', { name: 'Details of ada' });
  await expect(panel.getByRole('region', { name: 'Tracks' }).getByRole('button', { name: 'Mute microphone' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Listen' })).toHaveCount(0);

  await changeServer(page, { policy: { watching: { observe: false, levels: true, peek: false } } });
  await expect(page.getByText('Observing is off for this server')).toBeVisible();
  await expect.poll(live.inRoom).toEqual(['ada']);
  await expect(live.row(/ada/)).toBeVisible();
});
