import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { startConsole } from '../setup/console.ts';

/** All JavaScript and CSS that the first screen loads, each file gzipped, in kilobytes of 1,000. */
export async function firstScreenKb(browser: Browser): Promise<number> {
  const console = await startConsole();
  const page = await browser.newPage();
  const loaded: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/javascript|css/.test(response.headers()['content-type'] ?? '')) loaded.push(response.body().then((body) => gzipSync(body).length));
  });
  try {
    await page.goto(console.launchUrl);
    await page.getByLabel('Server address').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0);
    return Math.round(bytes / 100) / 10;
  } finally {
    await page.close();
    await console.stop();
  }
}
