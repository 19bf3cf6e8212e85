import { AccessToken } from 'livekit-server-sdk';
import { testServer } from '../setup/livekit-server';
import { openPlace } from './console-page';
import { test as base, expect, secondTab } from './fixture';
import { countMedia, joinRoom } from './join-room';
import { keepConnections } from './kept-connections';
import { type LiveRoom, liveRoom } from './live-room';

const test = base.extend<{ live: LiveRoom; room: string }>({
  room: async ({ browserName: _ }, use, { testId }) => use(`join ${testId}`),
  live: async ({ page, room }, use) => {
    // Counted from the first script on: what `leave` has to give back.
    await keepConnections(page);
    await expect(page.getByLabel('Server address')).toBeVisible(); // the link that opened the console works once
    await page.reload();
    const live = await liveRoom(page, room);
    await openPlace(page, 'join');
    await use(live);
    await live.leave();
  },
});

test('without any device, a picture and a loud tone really reach another person; leaving gives everything back', async ({
  page,
  live,
  room,
  violations,
}) => {
  const ada = await live.joins({ identity: 'ada' });
  const counted = countMedia(ada);
  await joinRoom(page, room);
  await expect(page.getByRole('button', { name: 'Stop camera' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mute microphone', exact: true })).toBeVisible();
  await expect.poll(() => counted.frames).toBeGreaterThan(10);
  await expect.poll(() => counted.loudest).toBeGreaterThan(1_000);
  await page.getByRole('button', { name: 'Mute microphone', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();

  const stage = page.getByRole('region', { name: 'Stage' });
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(stage).toHaveCount(0);
  await expect.poll(live.inRoom).toEqual(['ada']);
  const open = () =>
    page.evaluate(() => ('made' in window && Array.isArray(window.made) ? window.made : []).map((one) => one.connectionState));
  await expect.poll(open).not.toContain('connected');
  expect(await open()).not.toEqual([]);
  expect(await page.locator('audio').count()).toBe(0);
  expect(violations).toEqual([]);
});

test('one stays in the room while acting elsewhere, sees that one does, and leaves from there', async ({ page, live, room }) => {
  await live.joins({ identity: 'ada' });
  await joinRoom(page, room);
  await expect.poll(live.inRoom).toHaveLength(2);
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  const stay = page.getByRole('region', { name: 'Your stay in a room' });
  await expect(stay.getByRole('img', { name: 'Your microphone is on' })).toBeVisible();
  await page.getByRole('table', { name: 'Rooms' }).getByRole('row', { name: room }).dblclick();
  await page.getByRole('row', { name: /qa-/ }).getByRole('button', { name: 'Mute microphone' }).click();
  await expect(stay.getByRole('img', { name: 'Your microphone is on' })).toHaveCount(0);
  await stay.getByRole('link').click();
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await expect(stay).toHaveCount(0);
  await page.getByRole('link', { name: 'Tokens' }).click();
  await stay.getByRole('button', { name: 'Leave' }).click();
  await expect(stay).toHaveCount(0);
  await expect.poll(live.inRoom).toEqual(['ada']);
  await page.getByRole('link', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Room' }), 'to go back in is one click').toHaveValue(room);
});

test('what is written in the chat is read on both sides, also where it pretends to be markup', async ({ page, live, room }) => {
  const ada = await live.joins({ identity: 'ada' });
  const read = new Promise<string>((resolve) =>
    ada.room.registerTextStreamHandler('lk.chat', (reader) => void reader.readAll().then(resolve)),
  );
  await joinRoom(page, room);
  const chat = page.getByRole('region', { name: 'Chat' });
  await chat.getByLabel('Message', { exact: true }).fill('hello from QA');
  await chat.getByRole('button', { name: 'Send' }).click();
  expect(await read).toBe('hello from QA');
  await ada.room.localParticipant?.sendText('<img src=x onerror=alert(1)>\u202egnp', { topic: 'lk.chat' });
  await expect(chat).toContainText('<img src=x onerror=alert(1)>U+202Egnp');
});

test('a pasted join link is enough to join', async ({ page, live, room }) => {
  const { url, apiKey, apiSecret } = testServer();
  const token = new AccessToken(apiKey, apiSecret, { identity: 'from-a-link' });
  token.addGrant({ roomJoin: true, room, canPublish: false });
  const link = `https://meet.livekit.io/custom?liveKitUrl=${encodeURIComponent(url)}&token=${await token.toJwt()}`;
  await page.getByText('Token or join link', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Token or join link' }).fill(link);
  await expect(page.getByRole('strong').filter({ hasText: `from-a-link joins ${room}` })).toBeVisible();
  await page.getByRole('button', { name: /^Join room/ }).click();
  await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible();
  await expect.poll(live.inRoom).toEqual(['from-a-link']);
});

test('a right taken away stops what was sent, and says so', async ({ page, live, room }) => {
  const ada = await live.joins({ identity: 'ada' });
  const counted = countMedia(ada);
  await page.getByRole('textbox', { name: 'Identity' }).fill('qa');
  await joinRoom(page, room);
  await expect.poll(() => counted.frames).toBeGreaterThan(0);
  await live.rooms.updateParticipant(room, 'qa', { permission: { canPublish: false, canSubscribe: true, canPublishData: true } });
  await expect(page.getByRole('button', { name: 'Start camera' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
});

test('with a passphrase only those see who have the same one', { tag: '@browser-host' }, async ({ page, live, room }) => {
  const encrypted = async (tab: typeof page, passphrase: string) => {
    await tab.getByRole('button', { name: /^Encryption/ }).click();
    await tab.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await joinRoom(tab, room);
  };
  await encrypted(page, 'four words or more');
  await expect(page.getByRole('button', { name: 'Stop camera' })).toBeVisible();
  await expect.poll(live.inRoom).toHaveLength(1);
  const [first = ''] = await live.inRoom();
  const other = async (passphrase: string) => {
    const tab = await secondTab(page);
    await encrypted(tab, passphrase);
    return tab;
  };
  const friend = await other('four words or more');
  await expect(friend.getByRole('figure', { name: first })).toContainText(/\d+ × \d+/);
  const stranger = await other('something else');
  await expect(stranger.getByText('The passphrases differ.')).toBeVisible();
  await expect(stranger.getByRole('figure', { name: first })).not.toContainText(/\d+ × \d+/);
});
