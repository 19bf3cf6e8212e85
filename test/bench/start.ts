import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { startConsole } from '../setup/console.ts';
import { startBare } from './bare.ts';
import { ratio } from './ratio.ts';

const turns = 7;

/** A page that does nothing but render a heading and a field with React, built as ours is. */
async function buildBareReact(): Promise<string> {
  // Below the project, so that Vite finds React.
  const cache = path.resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'bench-'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/main.js"></script>',
  );
  writeFileSync(
    path.join(folder, 'main.js'),
    `import { createElement } from 'react';
     import { createRoot } from 'react-dom/client';
     createRoot(document.getElementById('root')).render(createElement('label', null, 'Name', createElement('input')));`,
  );
  await build({ root: folder, configFile: false, logLevel: 'warn', build: { outDir: 'out', assetsDir: '.', target: 'chrome150' } });
  return folder;
}

/** From the start of the program to a field that takes text, in a browser that runs already and has not seen the page. */
export async function usableOverBareReact(browser: Browser): Promise<number> {
  const folder = await buildBareReact();
  async function timed(start: () => Promise<{ url: string; stop(): Promise<void> }>, field: string) {
    const context = await browser.newContext();
    const begun = performance.now();
    const { url, stop } = await start();
    try {
      const page = await context.newPage();
      await page.goto(url);
      await page.getByLabel(field).fill('x');
      return performance.now() - begun;
    } finally {
      await context.close();
      await stop();
    }
  }
  const ours = () =>
    timed(async () => {
      const { launchUrl, stop } = await startConsole();
      return { url: launchUrl, stop };
    }, 'Server address');
  try {
    return await ratio('start.usableOverBareReact', turns, ours, () => timed(() => startBare(path.join(folder, 'out')), 'Name'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
