import { chromium } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium.ts';
import { callOverBareEcho } from './bridge.ts';
import { firstScreenKb } from './first-screen.ts';
import { usableOverBareReact } from './start.ts';

/** Figures of one run on one machine: each is a ratio to something bare that is measured beside it, or a size. */
const browser = await chromium.launch(chromiumOptions());
try {
  const figures = {
    'bridge.callOverBareEcho': await callOverBareEcho(browser),
    'start.usableOverBareReact': await usableOverBareReact(browser),
    'firstScreen.gzipKb': await firstScreenKb(browser),
  };
  console.log(JSON.stringify(figures));
} finally {
  await browser.close();
}
