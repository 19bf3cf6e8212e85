import { randomBytes } from 'node:crypto';
import { startLiveKitServer, testServer } from '../setup/livekit-server';
import { hasRedis, startRedis } from '../setup/redis';
import { expectNowhere, heapOf, listenTo, traceOf, type } from './canary-places';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './fixture';

// A trace of the whole story would itself keep what is typed.
test.use({ trace: 'off' });

const newCanary = () => `canary${randomBytes(24).toString('hex')}`;
const newMarker = () => `marker${randomBytes(8).toString('hex')}`;
/** The first part of a token is enough to know one by. */
const anyToken = /eyJ[\w-]{8,}/;

test('a secret that was typed, tested, refused, saved and replaced is nowhere but in the keychain', async ({ running: app, page }) => {
  const { url, apiKey, apiSecret } = testServer();
  const [wrong, marker, said] = [newCanary(), newMarker(), listenTo(page)];
  await type(page, 'Server address', url);
  await type(page, 'API key', apiKey);
  await type(page, 'API secret', wrong);
  await type(page, 'Name', marker);
  await expect(page.getByText('It does not accept the secret')).toBeVisible();
  expect(await heapOf(page)).toContain(wrong); // so that the search below can find it
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible();
  const connection = page.getByRole('complementary', { name: 'Connection' });
  const refused = await traceOf(page, async () => {
    await page.getByRole('link', { name: 'Rooms' }).click();
    await expect(page.getByRole('main')).toContainText('The server does not accept the secret of this key.');
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(connection).toContainText('It does not accept the secret');
  });
  // The server's 401 holds the token that it refuses; nobody has asked for one so far.
  await expectNowhere([wrong, anyToken], marker, { page, app, said, trace: refused });

  await page.getByRole('button', { name: 'Enter the secret' }).click();
  await type(page, 'New API secret', apiSecret);
  expect(await heapOf(page)).toContain(apiSecret);
  await page.keyboard.press('Control+Enter');
  await expect(connection).toContainText('The secret is right');
  const accepted = await traceOf(page, async () => {
    await page.getByRole('link', { name: 'Rooms' }).click();
    await page.getByRole('link', { name: 'Tokens' }).click();
    await page.getByLabel('Identity').fill('ada');
    await page.getByRole('textbox', { name: 'Room' }).fill('first-room');
    await page.getByRole('button', { name: 'Issue token' }).click();
    await expect(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(/^eyJ/);
  });
  await expectNowhere([wrong, apiSecret], marker, { page, app, said, trace: accepted });
});

test('a secret in pasted lines that were imported is nowhere but in the keychain', async ({ running: app, page }) => {
  const { url, apiKey } = testServer();
  const [secret, said] = [newCanary(), listenTo(page)];
  await page.getByRole('radio', { name: /Import/ }).click();
  await type(page, 'Lines, .env or YAML', `LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET=${secret}\n`);
  await page.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByRole('region', { name: 'Servers found' })).toContainText(apiKey);
  expect(await heapOf(page)).toContain(secret);
  await page.getByRole('button', { name: 'Import 1 server to keychain' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  const trace = await traceOf(page, async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('It does not accept the secret');
  });
  await expectNowhere([secret, anyToken], apiKey, { page, app, said, trace });
});

test('the secret of a storage and the password of a trunk are not in the page once they were sent', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other story
  test.skip(!hasRedis, 'no redis-server');
  const redis = await startRedis();
  const server = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
  try {
    const secrets = [newCanary(), newCanary()] as const;
    const name = newMarker();
    await connect(page, server);
    await openPlace(page, 'media/egress');
    const start = page.getByRole('complementary', { name: 'Start egress' });
    await start.getByLabel('Room room_name').fill('closed');
    await start.getByRole('combobox', { name: 'Storage' }).click();
    await page.getByRole('option', { name: 'S3 or compatible' }).click();
    await start.getByLabel('Bucket bucket').fill('recordings');
    await type(page, 'Secret secret', secrets[0]);
    await start.getByRole('button', { name: 'Start recording' }).click();
    await expect(start.getByRole('alert')).toContainText('The room is closed.');
    await start.getByLabel('Keep it as').fill(name);
    await start.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(start.getByRole('group', { name: 'Credentials' })).toBeVisible();

    await openPlace(page, 'media/sip');
    await page.getByRole('button', { name: 'Add trunk' }).click();
    await page.getByRole('menuitem', { name: 'New inbound trunk' }).click();
    const trunk = page.getByRole('complementary', { name: 'New inbound trunk' });
    await trunk.getByLabel('Name name').fill(name);
    await trunk.getByLabel('Numbers numbers').fill('+49305550100');
    await type(page, 'Password auth_password', secrets[1]);
    expect(await heapOf(page)).toContain(secrets[1]); // so that the search below can find it
    await trunk.getByRole('button', { name: 'Create trunk' }).click();
    await expect(page.getByRole('complementary', { name: 'Inbound trunk', exact: true })).toBeVisible();

    const heap = await heapOf(page);
    expect(heap).toContain(name);
    expect(secrets.map((secret) => heap.includes(secret))).toEqual([false, false]);
  } finally {
    await server.stop();
    await redis.stop();
  }
});
