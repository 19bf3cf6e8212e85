import type { Browser, Page } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { TestServer } from '../setup/livekit-server.ts';
import { openConnected } from './connected.ts';
import { startCrowd } from './crowd.ts';
import { median } from './ratio.ts';

const [turns, room, pollMs] = [16, 'observer', 2_000] as const;

/** The moment, in epoch ms, at which the page shows the microphone as muted, or as open. Begins to look at once. */
const shows = (page: Page, muted: boolean): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(`button[aria-label="${name}"]`)) resolve(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    muted ? 'Unmute microphone' : 'Mute microphone',
  );

/**
 * From the mute, made elsewhere, to two screens of the same console: one observes, the other reads the list every 2 s. The mutes are
 * spread evenly over the 2 s, so that polling is met at every moment of its wait. Each has a window of its own: Chromium draws a page that
 * another one of its window covers once or twice a second, which took half a second where the change was in the page after 40 ms.
 */
export async function observerOverPolling(browser: Browser, server: TestServer): Promise<number> {
  const screens = await openConnected(browser, server);
  const crowd = await startCrowd(server, room, 1);
  const client = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const second = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    storageState: await screens.page.context().storageState(),
  });
  const polling = await second.newPage();
  const times: { observer: number[]; polling: number[] } = { observer: [], polling: [] };
  try {
    for (const page of [screens.page, polling]) {
      await page.goto(`${new URL(screens.page.url()).origin}/#/rooms/open/${room}`);
      await page.getByText('Observing, hidden').waitFor();
    }
    await polling.getByRole('button', { name: 'Stop' }).click();
    await polling.getByText('Not observing').waitFor();
    const [person] = await client.listParticipants(room);
    const sid = person?.tracks[0]?.sid;
    if (!person || !sid) throw new Error('nobody to mute');
    for (let turn = 0; turn <= turns; turn += 1) {
      const muted = turn % 2 === 0;
      await new Promise((resolve) => setTimeout(resolve, pollMs / 2 + (turn * pollMs) / turns));
      const shown = [shows(screens.page, muted), shows(polling, muted)] as const;
      await client.listParticipants(room); // so that the mute finds a connection that is open
      const begun = Date.now();
      await client.mutePublishedTrack(room, person.identity, sid, muted);
      const [observed, polled] = await Promise.all(shown);
      if (turn === 0) continue;
      times.observer.push(observed - begun);
      times.polling.push(polled - begun);
    }
  } finally {
    await second.close();
    await Promise.all([screens.stop(), crowd.stop()]);
  }
  const [observed, polled] = [median(times.observer), median(times.polling)];
  console.log(`observer.overPolling: ${observed} ms against ${polled} ms, ${turns} turns`);
  return Number((polled / observed).toFixed(2));
}
