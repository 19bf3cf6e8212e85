import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startLiveKitServer, testServer } from '../setup/livekit-server';
import { hasRedis, startRedis } from '../setup/redis';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './fixture';

// A trace would itself keep what is typed.
test.use({ trace: 'off' });

/** All strings of the page's heap, after a collection. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  let snapshot = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk;
  });
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return snapshot;
}

/** Types as a keyboard does: `fill` would leave the text in the heap by itself. */
async function type(page: Page, label: string, text: string) {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.insertText(text);
}

const allFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

test('a secret that was typed, tested, refused and saved is nowhere but in the keychain', async ({ app, page }) => {
  const { url, apiKey } = testServer();
  const secret = `canary${randomBytes(24).toString('hex')}`;
  const name = `marker${randomBytes(8).toString('hex')}`;
  await type(page, 'Server address', url);
  await type(page, 'API key', apiKey);
  await type(page, 'API secret', secret);
  await type(page, 'Name', name);
  await expect(page.getByText('It does not accept the secret')).toBeVisible();
  expect(await heapOf(page)).toContain(secret); // so that the search below can find it
  await page.getByRole('button', { name: /^Save/ }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('complementary', { name: 'Connection' })).toContainText('It does not accept the secret');

  const heap = await heapOf(page);
  expect(heap).toContain(name);
  expect(heap.includes(secret)).toBe(false);
  expect((await page.content()).includes(secret)).toBe(false);
  const files = allFiles(app.dataDir);
  expect(files).toContain(name);
  expect(files.includes(secret)).toBe(false);
  expect(app.lines.join('\n').includes(secret)).toBe(false);
});

test('the secret of a storage and the password of a trunk are not in the page once they were sent', async ({ page }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other story
  test.skip(!hasRedis, 'no redis-server');
  const redis = await startRedis();
  const server = await startLiveKitServer(`redis: {address: '${redis.address}'}`);
  try {
    const secrets = [`canary${randomBytes(24).toString('hex')}`, `canary${randomBytes(24).toString('hex')}`] as const;
    const name = `marker${randomBytes(8).toString('hex')}`;
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
