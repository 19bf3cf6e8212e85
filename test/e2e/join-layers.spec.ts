import { openPlace } from './console-page';
import { secondTab } from './fixture';
import { joinRoom } from './join-room';
import { expect, test } from './live-test';

test(
  'the layer that is chosen for a track is the one that comes, and a track not received stands still',
  { tag: '@browser-host' },
  async ({ page, live }, { testId }) => {
    const room = `room/${testId}`;
    await openPlace(page, 'join');
    await page.getByRole('radio', { name: /^Nothing/ }).click();
    await page.getByRole('button', { name: /^What I receive/ }).click();
    await page.getByRole('combobox', { name: 'What I receive' }).click();
    await page.getByRole('option', { name: 'Everything, at full size' }).click();
    await joinRoom(page, room);
    const sender = await secondTab(page);
    await sender.getByRole('radio', { name: /^Test card/ }).click();
    await sender.getByRole('textbox', { name: 'Identity' }).filter({ visible: true }).fill('sender');
    await sender.getByRole('button', { name: /^Publish options/ }).click();
    await sender.getByRole('combobox', { name: 'Resolution' }).click();
    await sender.getByRole('option', { name: '360p' }).click();
    await joinRoom(sender, room);
    await expect.poll(live.inRoom).toContain('sender');
    const tile = page.getByRole('figure', { name: 'sender' });
    const menu = async (item: string) => {
      const button = tile.getByRole('button', { name: 'Layer and subscription: sender' });
      await button.focus(); // without a pointer over the picture
      await button.press('Enter');
      await page.getByRole('menuitem', { name: item }).click();
    };
    await expect(tile).toContainText('640 × 360', { timeout: 60_000 });
    await menu('camera: the smallest layer');
    await expect(tile).toContainText('320 × 180');
    await menu('camera: up to the largest layer');
    await expect(tile).toContainText('640 × 360');

    const row = page.getByRole('table', { name: 'Tracks' }).getByRole('row', { name: /^sender.*frames/ });
    await expect(row).toBeVisible();
    await menu('Do not receive: camera');
    await expect(row).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Tracks' }).getByRole('row', { name: /^sender.*microphone/ })).toBeVisible();
  },
);
