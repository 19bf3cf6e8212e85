import { startConsole } from '../setup/console';
import { startLiveKitServer } from '../setup/livekit-server';
import { connect } from './connect';
import { liveRoom } from './live-room';
import { expect, test } from './live-test';

test('what one console mutes the other shows, and can take back', { tag: '@browser-host' }, async ({ page, live, browser }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await live.open();
  const other = await startConsole();
  const context = await browser.newContext();
  const second = await context.newPage();
  await second.goto(other.launchUrl);
  await connect(second, live.server);
  await second.goto(`${new URL(second.url()).origin}/${new URL(page.url()).hash}`);
  await page.getByRole('button', { name: 'Mute microphone', exact: true }).click();
  await expect(second.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await second.getByRole('button', { name: 'Unmute microphone' }).click();
  await expect(page.getByRole('button', { name: 'Mute microphone', exact: true })).toBeVisible();
  expect(await live.isMuted('ada')).toEqual([false]);
  await context.close();
  await other.stop();
});

test('where the server lets nobody unmute others, a muted microphone cannot be pressed', async ({ page }) => {
  const server = await startLiveKitServer('room: {enable_remote_unmute: false}');
  const live = await liveRoom(page, 'strict', server);
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await live.open();
  await live.row(/ada/).getByRole('button', { name: 'Mute microphone', exact: true }).click();
  await expect(live.row(/ada/).getByRole('button', { name: 'Unmute microphone' })).toBeDisabled();
  expect(await live.isMuted('ada')).toEqual([true]);
  await live.leave();
  await server.stop();
});

test('in Chinese a room is watched, and a person muted, as in English', async ({ page, live }) => {
  const ada = await live.joins({ identity: 'ada' });
  await ada.publishMicrophone();
  await live.open();
  await page.evaluate(() => window.api['preferences.change']({ language: 'zh-CN' }));
  await expect(page.getByRole('table', { name: '参与者' })).toBeVisible();
  await live.row(/ada/).getByRole('button', { name: '静音麦克风', exact: true }).click();
  await expect(live.row(/ada/).getByRole('button', { name: '取消麦克风静音' })).toBeVisible();
  expect(await live.isMuted('ada')).toEqual([true]);
});
