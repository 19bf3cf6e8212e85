import type { Page } from '@playwright/test';
import type { RunningServer } from '../setup/livekit-server';
import { hasRedis } from '../setup/redis';
import { connect } from './connect';
import { openPlace } from './console-page';
import { liveRoom } from './live-room';
import { expect, test } from './redis-test';
import { runningEgress } from './running-egress';

test.describe('on a server with Redis', () => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  const open = async (page: Page, server: RunningServer) => {
    await connect(page, server);
    await openPlace(page, 'media/egress');
  };

  test('an egress is given a time to stop, which is shown and taken back; one that could not be stopped then says so everywhere', async ({
    page,
    redis,
    server,
    violations,
  }) => {
    redis.put('egress', runningEgress.egressId, runningEgress.toBinary());
    await open(page, server);
    const row = page.getByRole('row', { name: /webinar/ });
    await row.click();
    const shelf = page.getByRole('region', { name: 'Egress EG_live' });
    await shelf.getByRole('button', { name: 'Stop after…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stop recording webinar later' });
    const field = dialog.getByLabel('Stop after');
    const set = dialog.getByRole('button', { name: 'Set the time' });
    await field.fill('90');
    await set.click();
    await expect(dialog.getByText('Write it as 90m')).toBeVisible();
    await dialog.getByRole('button', { name: '15 min' }).click();
    await expect(field).toHaveValue('15m');
    await field.fill('90m');
    await expect(dialog.getByText(/^Stops .*\d\d:\d\d, by this console/)).toBeVisible();
    await set.click();
    await expect(shelf.getByText(/^Stops .*\d\d:\d\d$/)).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Stops' })).toBeVisible();
    await shelf.getByRole('button', { name: 'Let it run on' }).click();
    await expect(page.getByRole('columnheader', { name: 'Stops' })).toBeHidden();

    await shelf.getByRole('button', { name: 'Stop after…' }).click();
    await field.fill('1s');
    await set.click();
    await page.getByRole('link', { name: 'Tokens', exact: true }).click();
    await expect(page.getByText('The recording of webinar could not be stopped in time').first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(shelf.getByText(/^Should have stopped .* No worker took this on/)).toBeVisible();
    await expect(row.getByText(/^\d\d:\d\d$/).last()).toBeVisible();
    expect(violations).toEqual([]);
  });

  test('a person and a track of a room are recorded from where they are shown: the form is filled in, and says what the path comes to', async ({
    page,
    server,
    violations,
  }) => {
    const live = await liveRoom(page, 'ward/9', server);
    const ada = await live.joins({ identity: 'ada' });
    await ada.publishMicrophone();
    await live.open();
    const details = page.getByRole('complementary', { name: 'Details of ada' });
    const openDetails = () => live.row(/ada/).getByRole('button', { name: 'Permissions' }).click();
    await openDetails();
    await details.getByRole('button', { name: 'Record this track: Microphone' }).click();
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await expect(panel.getByLabel('Room room_name')).toHaveValue('ward/9');
    await expect(panel.getByLabel('Track track_id')).toHaveValue(/^TR_/);
    await expect(panel.getByText(/^Such as ward\/9-TR_\w+-\d{4}-\d\d-\d\dT\d{6}\.…$/)).toBeVisible();
    await page.goBack();
    await openDetails();
    await details.getByRole('button', { name: 'Record this person: ada' }).click();
    await expect(panel.getByLabel('Identity identity')).toHaveValue('ada');
    await panel.getByLabel('Path filepath').fill('{publisher_identity}/{track_id}');
    await expect(panel.getByText('Such as ada/{track_id}.mp4')).toBeVisible();
    await expect(panel.getByText('Nobody fills in {track_id} here')).toBeVisible();
    await live.leave();
    expect(violations).toEqual([]);
  });
});
