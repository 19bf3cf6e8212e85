import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { type ReverseProxy, startReverseProxy } from '../setup/reverse-proxy';
import { connect } from './connect';
import { openPlace } from './console-page';
import { test as base, expect } from './fixture';
import { joinRoom } from './join-room';

/** The test server under a path of a host that has other things at its root. */
const test = base.extend<{ prefixed: ReverseProxy; room: string }>({
  prefixed: async ({ browserName: _ }, use) => {
    const proxy = await startReverseProxy(testServer().url, { prefix: '/livekit' });
    await use(proxy);
    await proxy.close();
  },
  room: async ({ browserName: _ }, use, { testId }) => use(`prefix ${testId}`),
});
test.beforeEach(({ page, prefixed }) => connect(page, { ...testServer(), url: prefixed.url }));
/** Only who is let in is told it: it is there once the WebSocket has gone through. */
const version = /version \d+\.\d+\.\d+ on/;

test('a room behind a path prefix is joined, and the version of its server is known from then on', async ({ page, room, violations }) => {
  const connection = page.getByRole('complementary', { name: 'Connection' });
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(connection).toContainText('its version is told at a join');
  await openPlace(page, 'join');
  await joinRoom(page, room);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(connection).toContainText(version);
  expect(violations).toEqual([]);
});

test('a room behind a path prefix is watched live, and acted in', async ({ page, room, violations }) => {
  const { url, apiKey, apiSecret } = testServer();
  const token = new AccessToken(apiKey, apiSecret, { identity: 'ada' });
  token.addGrant({ roomJoin: true, room });
  const ada = await join(url, await token.toJwt());
  await openPlace(page, `rooms/open/${encodeURIComponent(room)}`);
  await expect(page.getByRole('row', { name: /ada/ })).toBeVisible();
  await ada.publishMicrophone({ loud: true });
  await expect(page.getByRole('row', { name: /ada/ }).getByRole('img', { name: /^Speaking/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('row', { name: /ada/ }).getByRole('button', { name: 'Mute microphone', exact: true }).click();
  await expect(page.getByRole('row', { name: /ada/ }).getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText(version);
  expect(violations).toEqual([]);
  await ada.leave();
});
