import { RoomEvent } from '@livekit/rtc-node';
import type { Page } from '@playwright/test';
import { countMedia } from './join-room';
import { expect, test } from './live-test';

async function choose(page: Page, item: string) {
  await page.getByRole('button', { name: 'Mute all but some' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('everyone is muted but who speaks, then but who is selected, and each is taken back', async ({ page, live }) => {
  for (const identity of ['ada', 'bob', 'cyd']) {
    const person = await live.joins({ identity });
    await person.publishMicrophone({ loud: identity === 'ada', constant: true });
  }
  const muted = async () => Object.fromEntries(await Promise.all(['ada', 'bob', 'cyd'].map(async (who) => [who, await live.isMuted(who)])));
  await live.open();
  await expect(live.row(/ada/).getByRole('img', { name: /^Speaking/ })).toBeVisible({ timeout: 60_000 });
  await choose(page, 'All but who speaks now');
  await expect(page.getByText('2 microphones muted').first()).toBeVisible();
  expect(await muted()).toEqual({ ada: [false], bob: [true], cyd: [true] });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('Taken back').first()).toBeVisible();
  expect(await muted()).toEqual({ ada: [false], bob: [false], cyd: [false] });

  await live.row(/bob/).getByRole('checkbox').check();
  await choose(page, 'All but the selected');
  await expect(live.row(/cyd/).getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await expect(live.row(/ada/).getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  expect(await muted()).toEqual({ ada: [true], bob: [false], cyd: [true] });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Mute microphone', exact: true })).toHaveCount(3);
  expect(await muted()).toEqual({ ada: [false], bob: [false], cyd: [false] });
});

test('several are removed with one question, and who has left meanwhile counts as done', async ({ page, live }) => {
  for (const identity of ['ada', 'bob', 'cyd']) await live.joins({ identity });
  const dan = await live.joins({ identity: 'dan' });
  await live.open();
  for (const who of [/ada/, /bob/, /dan/]) await live.row(who).getByRole('checkbox').check();
  await choose(page, 'Remove the selected');
  const dialog = page.getByRole('dialog', { name: 'Remove 3 people?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  for (const who of ['ada', 'bob', 'dan']) await expect(dialog).toContainText(who);
  await dan.leave();
  await expect.poll(live.inRoom).not.toContain('dan');
  await dialog.getByRole('button', { name: 'Remove 3 people' }).click();
  await expect(page.getByText('3 people removed').first()).toBeVisible();
  for (const who of [/ada/, /bob/, /dan/]) await expect(live.row(who).and(page.locator(':not([data-gone])'))).toHaveCount(0);
  expect((await live.inRoom()).filter((identity) => /^(ada|bob|cyd|dan)$/.test(identity))).toEqual(['cyd']);
});

test('a person no longer receives a track that is taken from them, and receives it again once it is given back', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  const bob = await live.joins({ identity: 'bob' });
  const counted = countMedia(bob);
  let came = 0;
  bob.room.on(RoomEvent.TrackSubscribed, () => {
    came += 1;
  });
  let before = 0;
  /** Pictures that have come since it was last asked. */
  const more = () => {
    const since = counted.frames - before;
    before = counted.frames;
    return since;
  };
  await ada.publishCamera();
  await expect.poll(more).toBeGreaterThan(0);
  await live.open();
  await live.row(/bob/).getByRole('button', { name: 'Permissions' }).click();
  const subscriptions = page.getByRole('complementary', { name: 'Details of bob' }).getByRole('region', { name: 'Subscriptions' });
  await subscriptions.getByLabel('Track').selectOption('ada: Camera');
  await subscriptions.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect.poll(more, { intervals: [2_000] }).toBe(0);
  await subscriptions.getByRole('button', { name: 'Subscribe', exact: true }).click();
  await expect.poll(() => came).toBe(2);
  before = counted.frames;
  await expect.poll(more).toBeGreaterThan(0);
});
