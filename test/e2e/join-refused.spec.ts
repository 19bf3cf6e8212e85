import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { startLiveKitServer, testServer } from '../setup/livekit-server';
import { join } from '../setup/participant';
import { openPlace, saveServer } from './console-page';
import { expect, test } from './fixture';
import { saveServerAndJoin } from './join-room';

const server = testServer();
const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
const tokenFor = (room: string, { identity = 'x', secret = server.apiSecret, key = server.apiKey, ttl = 600, roomJoin = true } = {}) => {
  const token = new AccessToken(key, secret, { identity, ttl });
  token.addGrant({ roomJoin, room });
  return token.toJwt();
};

test('a token that is refused says why, and is not in what is said', async ({ page }) => {
  const room = `refused-${Date.now()}`;
  await saveServer(page);
  await openPlace(page, 'join');
  await page.getByText('Token or join link', { exact: true }).first().click();
  const refused: [token: string, why: string][] = [
    [await tokenFor(room, { ttl: -600 }), 'The token has expired.'],
    [await tokenFor(room, { secret: 'not-the-secret-of-this-server-at-all' }), 'The token was signed with another secret.'],
    [await tokenFor(room, { key: 'nosuchkey' }), 'The server does not know the token’s API key.'],
    [await tokenFor(room, { roomJoin: false }), 'The token does not allow joining.'],
  ];
  for (const [token, why] of refused) {
    await page.getByRole('textbox', { name: 'Token or join link' }).fill(token);
    await page.getByRole('button', { name: /^Join room/ }).click();
    const alert = page.getByRole('alert').filter({ hasText: why });
    await expect(alert).toBeVisible();
    await expect(alert).not.toContainText('eyJ');
  }
});

test('a full room says so, where the server says nothing', async ({ page }) => {
  const room = `full-${Date.now()}`;
  await rooms.createRoom({ name: room, maxParticipants: 1 });
  const person = await join(server.url, await tokenFor(room, { identity: 'ann' }));
  await saveServer(page);
  await openPlace(page, 'join');
  await page.getByLabel('Room', { exact: true }).fill(room);
  await page.getByRole('button', { name: /^Join room/ }).click();
  await expect(page.getByRole('alert').getByText('The room is full.')).toBeVisible();
  await person.leave();
});

test('who is put out of a room is told why', async ({ page }) => {
  const room = `ended-${Date.now()}`;
  const said = (why: string) => expect(page.getByRole('alert').getByText(why)).toBeVisible();
  const me = async () => (await rooms.listParticipants(room))[0]?.identity ?? '';
  const again = async () => {
    await page.getByRole('button', { name: 'Join again' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByText('Joined as')).toBeVisible({ timeout: 60_000 });
    await expect.poll(me).not.toBe('');
  };
  await saveServerAndJoin(page, room);
  await rooms.removeParticipant(room, await me());
  await said('This participant was removed from the room.');
  await again();
  const double = await join(server.url, await tokenFor(room, { identity: await me() }));
  await said('Somebody joined with the same identity, so this session was ended.');
  await double.leave();
  await again();
  await rooms.deleteRoom(room);
  await said('The room was closed.');
});

test('a server that goes away says so', async ({ page }) => {
  test.setTimeout(300_000); // livekit-client tries for a minute before it gives up
  const own = await startLiveKitServer();
  await saveServerAndJoin(page, 'gone', { serverUrl: own.url, apiKey: own.apiKey, apiSecret: own.apiSecret });
  await own.stop();
  await expect(page.getByRole('alert').getByText(/The connection was lost|The server sent this session away/)).toBeVisible({
    timeout: 120_000,
  });
});
