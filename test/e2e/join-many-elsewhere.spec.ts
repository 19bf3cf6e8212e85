import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { startLiveKitServer } from '../setup/livekit-server';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';

test('participants are added to the room one is in, also at another server than the open one; none without its secret', async ({
  page,
}) => {
  page.setDefaultTimeout(60_000);
  const other = await startLiveKitServer();
  try {
    const rooms = new RoomServiceClient(other.url.replace('ws', 'http'), other.apiKey, other.apiSecret);
    const token = new AccessToken(other.apiKey, other.apiSecret, { identity: 'guest' });
    token.addGrant({ roomJoin: true, room: 'abroad' });
    const link = `https://meet.livekit.io/custom?liveKitUrl=${encodeURIComponent(other.url)}&token=${await token.toJwt()}`;
    await saveServer(page, { name: 'Abroad', serverUrl: other.url, apiKey: other.apiKey, apiSecret: other.apiSecret });
    await saveServer(page);
    await expect(page.getByRole('button', { name: /^Switch server: Harbor/ })).toBeVisible();
    await openPlace(page, 'join');
    await page.getByText('Token or join link', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Token or join link' }).fill(link);
    await page.getByRole('button', { name: /^Join room/ }).click();
    await page.getByRole('button', { name: /^Add participants/ }).click();
    const form = page.getByRole('group', { name: 'Synthetic participants' });
    await form.getByLabel('How many').fill('1');
    await form.getByRole('button', { name: 'Add 1', exact: true }).click();
    const extras = async () => (await rooms.listParticipants('abroad')).filter(({ identity }) => identity.startsWith('qa-bot-'));
    await expect.poll(async () => (await extras()).length, { timeout: 60_000 }).toBe(1);

    await page.evaluate(async () => {
      const profiles = await window.api['profiles.list']({});
      const abroad = profiles.ok ? profiles.value.find(({ name }) => name === 'Abroad') : undefined;
      if (abroad) await window.api['profiles.delete']({ id: abroad.id });
    });
    await expect(form.getByText('This room is at a server that is not one of yours')).toBeVisible();
    await expect(form.getByRole('button', { name: 'Add 1', exact: true })).toBeDisabled();
  } finally {
    await page.close();
    await other.stop();
  }
});
