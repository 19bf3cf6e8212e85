import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { RunningConsole } from '../setup/console';
import { zipText } from '../setup/zip-text';

/** All strings of the page's heap, after a collection. */
export async function heapOf(page: Page): Promise<string> {
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
export async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.insertText(text);
}

const allFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

/** What the page says from here on: its console of every level, and its errors with their stacks. */
export function listenTo(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => void said.push(message.text()));
  page.on('pageerror', (error) => void said.push(`${error.message}\n${error.stack}`));
  return said;
}

/**
 * What Playwright records of this use, unpacked: the page as it is at each step with the values of its fields, calls, answers, console.
 * A trace of the typing itself would hold what is typed: it is made of everything after it.
 */
export async function traceOf(page: Page, use: () => Promise<void>): Promise<string> {
  const file = test.info().outputPath('use.zip');
  const { tracing } = page.context();
  await tracing.start({ snapshots: true });
  await use();
  await tracing.stop({ path: file });
  return zipText(file);
}

type Kept = { page: Page; app: Pick<RunningConsole, 'dataDir' | 'lines'>; said: string[]; trace: string };
/** Every place there is beside the keychain. `marker` is text that is kept in page and files, so that a search would find something. */
export async function expectNowhere(secrets: (string | RegExp)[], marker: string, { page, app, said, trace }: Kept): Promise<void> {
  const places = { heap: await heapOf(page), page: await page.content(), files: allFiles(app.dataDir), trace };
  for (const [place, text] of Object.entries(places)) expect(text.includes(marker), `the marker in the ${place}`).toBe(true);
  for (const [place, text] of Object.entries({ ...places, output: app.lines.join('\n'), said: said.join('\n') })) {
    for (const secret of secrets) {
      const found = typeof secret === 'string' ? text.includes(secret) : secret.exec(text)?.[0];
      expect(found || undefined, `a secret in the ${place}`).toBeUndefined();
    }
  }
}
