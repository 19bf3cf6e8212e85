import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import { type TestServer, testServer } from '../setup/livekit-server';
import { hasRedis } from '../setup/redis';
import { connect } from './connect';
import { openPlace } from './console-page';
import { expect, test } from './redis-test';
import { failedEgress, runningEgress } from './running-egress';

test('without Redis each page of recording and media says what is missing and how to get it', async ({ page, violations }) => {
  await connect(page, testServer());
  await page.getByRole('link', { name: 'Recording & media' }).click();
  for (const [tab, said] of [
    ['Egress', 'Recording needs Redis and an egress worker.'],
    ['Ingress', 'Ingress needs Redis and an ingress worker.'],
    ['SIP', 'Telephone calls need Redis and a SIP worker.'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'This server runs without Redis' })).toBeVisible();
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole('button', { name: 'Show what to set up' }).click();
    await expect(page.getByText(`livekit/${tab.toLowerCase()}`)).toBeVisible();
  }
  expect(violations).toEqual([]);
});

test.describe('on a server with Redis', () => {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Redis tells the other stories
  test.skip(!hasRedis, 'no redis-server');
  test('an ingress is created, its key stays behind dots until asked for, is copied, and the ingress deleted', async ({
    page,
    server,
    clipboard,
    violations,
  }) => {
    await connect(page, server);
    await page.getByRole('link', { name: 'Recording & media' }).click();
    await page.getByRole('tab', { name: 'Ingress', exact: true }).click();
    const form = page.getByRole('complementary', { name: 'New ingress' });
    await form.getByLabel('Name', { exact: false }).first().fill('OR 3 camera');
    await form.getByRole('button', { name: 'Create ingress' }).click();
    await expect(form.getByText('This is needed.').first()).toBeVisible();
    await form.getByLabel('Room room_name').fill('or-3');
    await form.getByLabel('Identity participant_identity').fill('or-3-camera');
    await form.getByRole('button', { name: 'Create ingress' }).click();

    await expect(page.getByRole('table', { name: 'Ingress' }).getByRole('row', { name: /OR 3 camera/ })).toBeVisible();
    const panel = page.getByRole('complementary', { name: 'Ingress' });
    const key = panel.getByRole('textbox', { name: 'Stream key' });
    await expect(key).toBeHidden();
    await panel.getByRole('group', { name: 'Stream key' }).getByRole('button', { name: 'Get it' }).click();
    await expect(key).toHaveClass(/masked/);
    await panel.getByRole('button', { name: 'Copy stream key' }).click();
    await expect.poll(clipboard).toBe(await key.inputValue());
    expect((await key.inputValue()).length).toBeGreaterThan(8);

    await panel.getByLabel('Display name participant_name').fill('Theatre 3');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    await panel.getByLabel('Display name participant_name').fill('');
    await panel.getByLabel('Room room_name').fill('or-4');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('The server cannot clear this.')).toBeVisible();
    await panel.getByLabel('Display name participant_name').fill('Theatre 4');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('table', { name: 'Ingress' }).getByRole('row', { name: /OR 3 camera.*or-4/ })).toBeVisible();

    await panel.getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('dialog', { name: 'Delete OR 3 camera?' }).getByRole('button', { name: 'Delete 1 ingress' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing comes in from outside' })).toBeVisible();
    expect(violations).toEqual([]);
  });

  const tab = (page: Page, name: 'Egress' | 'Ingress' | 'SIP') => page.getByRole('tab', { name, exact: true }).click();
  const open = async (page: Page, server: TestServer) => {
    await connect(page, server);
    await openPlace(page, 'media/egress');
  };

  test('a start is cancelled; without a worker it says what is missing and how to get it, also elsewhere, and what was typed stays', async ({
    page,
    server,
    violations,
  }) => {
    await new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret).createRoom({ name: 'ward-7' });
    await open(page, server);
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    const start = panel.getByRole('button', { name: 'Start recording' });
    await start.click();
    await expect(panel.getByText('This is needed.')).toBeVisible();
    await panel.getByLabel('Room room_name').fill('ward-7');
    await panel.getByLabel('Path filepath').fill('ward/{time}.ogg');
    await expect(
      panel.getByText('Records ward-7, everyone in it, until you stop it or the room ends. As OGG, to the worker’s own storage.'),
    ).toBeVisible();
    await start.click();
    await expect(panel.getByText(/Asks a worker: [1-9]\d* s of 30/)).toBeVisible();
    await tab(page, 'Ingress');
    await expect(page.getByRole('heading', { name: 'Nothing comes in from outside' })).toBeVisible();
    await tab(page, 'Egress');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByRole('alert')).toContainText('It was cancelled here.');
    await expect(panel.getByText('It may have started all the same')).toBeVisible();

    await start.click();
    await tab(page, 'SIP');
    await expect(page.getByText('Egress: No worker took this on.').first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(panel.getByRole('alert')).toContainText('No worker took this on.');
    await expect(panel.getByRole('region', { name: 'What to set up' })).toContainText('livekit/egress');
    await expect(panel.getByLabel('Room room_name')).toHaveValue('ward-7');
    await expect(panel.getByLabel('Path filepath')).toHaveValue('ward/{time}.ogg');
    expect(violations).toEqual([]);
  });

  test('credentials of a storage are kept in the keychain under a name, and are nowhere else', async ({
    running,
    page,
    server,
    violations,
  }) => {
    const secret = `canary-${crypto.randomUUID()}`;
    await open(page, server);
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await panel.getByRole('combobox', { name: 'Storage' }).click();
    await page.getByRole('option', { name: 'S3 or compatible' }).click();
    await panel.getByLabel('Secret secret', { exact: true }).fill(secret);
    await panel.getByLabel('Keep it as').fill('Harbor archive');
    await panel.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(panel.getByText('This is needed.')).toBeVisible();
    await panel.getByLabel('Bucket bucket').fill('harbor-recordings');
    await panel.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(panel.getByRole('combobox', { name: 'Storage' })).toHaveValue('Harbor archive');
    await expect(panel.getByRole('group', { name: 'Credentials' })).toContainText('S3 or compatible, in the keychain');

    const files = readdirSync(running.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(files).toContain('Harbor archive');
    for (const text of [files, await page.content(), running.lines.join('\n')]) expect(text.includes(secret)).toBe(false);

    await panel.getByRole('button', { name: 'Remove…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove Harbor archive from the keychain?' });
    await dialog.getByRole('button', { name: 'Remove 1 storage' }).click();
    await expect(panel.getByRole('combobox', { name: 'Storage' })).toHaveValue('The worker’s own');
    expect(violations).toEqual([]);
  });

  test('a running egress marks its room, and has its layout and streams changed, or says that nobody takes that on', async ({
    page,
    redis,
    server,
    violations,
  }) => {
    redis.put('egress', runningEgress.egressId, runningEgress.toBinary());
    await new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret).createRoom({ name: 'webinar' });
    await open(page, server);
    await page.getByRole('row', { name: /webinar/ }).click();
    const shelf = page.getByRole('region', { name: 'Egress EG_live' });
    await expect(shelf).toContainText('rtmp://live.example/app/{…}');
    await shelf.getByRole('button', { name: 'Streams…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stream addresses of webinar' });
    await dialog.getByLabel('Add addresses add_output_urls').fill('rtmp://other.example/app/key-2');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toContainText('No worker took this on.');
    await expect(dialog.getByRole('region', { name: 'What to set up' })).toContainText('livekit/egress');
    await expect(dialog.getByLabel('Add addresses add_output_urls')).toHaveValue('rtmp://other.example/app/key-2');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await shelf.getByRole('button', { name: 'Layout…' }).click();
    await expect(page.getByRole('dialog', { name: 'Layout of webinar' }).getByRole('combobox', { name: /Layout/ })).toHaveValue('grid');
    expect(await page.content()).not.toContain('stream-key-1');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Rooms/ }).click();
    await expect(page.getByRole('row', { name: /webinar.*recording.*Room/ })).toBeVisible();
    await openPlace(page, 'rooms/open/webinar');
    await expect(page.getByText(/^recording\d+:\d\dRoom$/)).toBeVisible();
    await page.getByRole('button', { name: 'Record: webinar' }).click();
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await expect(panel.getByLabel('Room room_name')).toHaveValue('webinar');
    await expect(panel.getByText(/^A recording of this room runs since/)).toBeVisible();
    expect(violations).toEqual([]);
  });

  test('an egress that failed says when, after how long and why, and is begun again with what it was asked for', async ({
    page,
    redis,
    server,
    violations,
  }) => {
    redis.put('egress', failedEgress.egressId, failedEgress.toBinary());
    await open(page, server);
    await page.getByRole('row', { name: /board/ }).click();
    const shelf = page.getByRole('region', { name: 'Egress EG_failed' });
    await expect(shelf).toContainText(/Failed at \d\d:\d\d after 28m/);
    await expect(shelf).toContainText('EGRESS_FAILED');
    await expect(shelf).toContainText('The worker could not write to the storage');
    await shelf.getByRole('button', { name: 'Start again' }).click();
    const panel = page.getByRole('complementary', { name: 'Start egress' });
    await expect(panel.getByLabel('Room room_name')).toHaveValue('board');
    await expect(panel.getByLabel('Path filepath')).toHaveValue('board/{time}.mp4');
    await expect(panel.getByLabel('Bucket bucket')).toHaveValue('board-archive');
    await expect(panel.getByLabel('Access key access_key')).toHaveValue('');
    await expect(panel.getByText(/As MP4, to S3 or compatible\./)).toBeVisible();
    expect(await page.content()).not.toContain('AKIA');
    expect(violations).toEqual([]);
  });
});
