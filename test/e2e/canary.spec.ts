import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { testServer } from '../setup/livekit-server';
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
