import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { chromiumOptions } from '../setup/chromium.ts';
import type { TestServer } from '../setup/livekit-server.ts';
import { openConnected } from './connected.ts';

/** Few enough for two cores: where the processor is full, more people cost nothing more. */
const count = 5;
const [room, seconds] = ['many', 8] as const;

/** CPU seconds that the browser's processes, all of them, have used up by now, by process. */
async function usedBy(browser: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
}

/** How much of one core they take, in percent, over some seconds. */
async function coreShare(browser: CDPSession): Promise<number> {
  const [before, begun] = [await usedBy(browser), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const [after, ms] = [await usedBy(browser), performance.now() - begun];
  const used = [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0);
  return (used * 100_000) / ms;
}

/**
 * What one synthetic participant takes of the computer, in percent of one core: the console's browser with some of them, each with a
 * picture of 640 × 360, 15 a second, and a tone, against the same room without them. The console shows all of their pictures. The
 * rest of it, the server's own work, is not in it. A page cannot read this of itself, so the console does not show it.
 */
export async function cpuPercentPerParticipant(_shared: Browser, server: TestServer): Promise<number> {
  const own = await chromium.launch(chromiumOptions());
  const { page, stop } = await openConnected(own, server);
  try {
    const processes = await own.newBrowserCDPSession();
    await page.evaluate(() => {
      window.location.hash = '/join';
    });
    await page.getByRole('radio', { name: /^Nothing/ }).click();
    await page.getByRole('textbox', { name: 'Room', exact: true }).fill(room);
    await page.getByRole('button', { name: /^Join room/ }).click();
    await page.getByRole('button', { name: /^Add participants/ }).click();
    await page.getByLabel('How many').fill(String(count));
    const alone = await coreShare(processes);
    await page.getByRole('button', { name: `Add ${count}` }).click();
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0).length === wanted,
      count,
      { timeout: 120_000 },
    );
    const together = await coreShare(processes);
    console.log(
      `many.cpuPercentPerParticipant: ${alone.toFixed(1)} % of a core alone, ${together.toFixed(1)} % with ${count}, ${seconds} s each`,
    );
    return Number(((together - alone) / count).toFixed(1));
  } finally {
    await stop();
    await own.close();
  }
}
