import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { startBare } from './bare.ts';
import { ratio } from './ratio.ts';

declare global {
  interface Window {
    paint(name: 'naive' | 'ours'): Promise<number>;
  }
}
const turns = 3;

/** The longest task, in milliseconds, while the table is scrolled from end to end and a filter is typed into it; below 50 the browser tells none. */
async function longestTask(page: Page): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => void tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.defineProperty(window, 'tasks', { value: tasks });
  });
  await page.getByRole('table', { name: 'Rooms' }).hover();
  for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, step % 2 ? 800 : 30_000);
  await page.getByLabel('Filter').pressSequentially('ward-9 people>10');
  await page
    .getByRole('row', { name: /ward-9/ })
    .first()
    .waitFor();
  return page.evaluate(() => Math.max(0, ...Reflect.get(window, 'tasks')));
}

/** The first paint of 10,000 rooms: the console's table against all rows in the document, by the same React. */
export async function tableOverNaiveRender(browser: Browser): Promise<number> {
  const cache = path.resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(path.join(cache, 'bench-'));
  const root = path.resolve('test/bench/table-page');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, assetsDir: '.', target: 'chrome150' },
  });
  const bare = await startBare(outDir);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(bare.url);
    await page.waitForFunction(() => 'paint' in window);
    const paint = (name: 'naive' | 'ours') => () => page.evaluate((shown) => window.paint(shown), name);
    const figure = await ratio('table10k.overNaiveRender', turns, paint('naive'), paint('ours'));
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    console.log(
      `table10k: longest task while scrolling and filtering ${await longestTask(page)} ms (0: none over 50), heap ${(usedSize / 1e6).toFixed(1)} MB`,
    );
    return figure;
  } finally {
    await context.close();
    await bare.stop();
    rmSync(outDir, { recursive: true });
  }
}
