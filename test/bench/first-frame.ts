import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import { AccessToken } from 'livekit-server-sdk';
import type { TestServer } from '../setup/livekit-server.ts';
import { join } from '../setup/participant.ts';
import { openConnected } from './connected.ts';
import { ratio } from './ratio.ts';

const turns = 7;
const room = 'first-frame';
const client = createRequire(import.meta.url).resolve('livekit-client');

function tokenFor({ apiKey, apiSecret }: TestServer, identity: string): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: 3_600 });
  token.addGrant({ roomJoin: true, room });
  return token.toJwt();
}

/** A page that does nothing but join, at a click, and show the pictures that come. */
async function openBare(browser: Browser, server: TestServer): Promise<Page> {
  const page = await browser.newPage();
  // The server's own page, a word of text: whatever page is of this machine will do.
  await page.goto(server.url.replace('ws', 'http'));
  await page.addScriptTag({ path: client });
  await page.evaluate(
    ({ url, token }) => {
      const { Room, setLogLevel } = window.LivekitClient;
      setLogLevel('silent');
      const stay = new Room();
      stay.on('trackSubscribed', (track) => document.body.append(track.attach()));
      // By query: at one's own leaving livekit-client has detached them before it tells, and `track.detach()` names none.
      stay.on('trackUnsubscribed', () => document.querySelectorAll('video').forEach((element) => void element.remove()));
      const button = (text: string, click: () => Promise<void>) => {
        const element = Object.assign(document.createElement('button'), { textContent: text });
        element.addEventListener('click', () => void click());
        document.body.append(element);
      };
      button('Join room', () => stay.connect(url, token));
      button('Leave', () => stay.disconnect());
    },
    { url: server.url, token: await tokenFor(server, 'bare') },
  );
  return page;
}

/** Milliseconds from the click on "Join room" to a picture that has pixels, as the page itself sees it. */
async function firstFrame(page: Page): Promise<number> {
  const time = await page.evaluate(async () => {
    const begun = performance.now();
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Join room'))?.click();
    const shows = () => [...document.querySelectorAll('video')].some(({ videoWidth, readyState }) => videoWidth > 0 && readyState >= 2);
    while (!shows() && performance.now() - begun < 30_000) await new Promise((resolve) => setTimeout(resolve, 4));
    return performance.now() - begun;
  });
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll('video').length === 0);
  return time;
}

/** Both watch one real person, and neither sends. The console also has its token issued, and that written down. */
export async function firstFrameOverBareClient(browser: Browser, server: TestServer): Promise<number> {
  const person = await join(server.url, await tokenFor(server, 'person'));
  await person.publishCamera();
  const { page, stop } = await openConnected(browser, server);
  const bare = await openBare(browser, server);
  try {
    await page.evaluate(() => {
      window.location.hash = '/join';
    });
    const ours = async () => {
      await page.getByRole('radio', { name: /^Nothing/ }).click();
      await page.getByRole('textbox', { name: 'Room', exact: true }).fill(room);
      await page.bringToFront();
      return firstFrame(page);
    };
    const others = async () => {
      await bare.bringToFront();
      return firstFrame(bare);
    };
    return await ratio('join.firstFrameOverBareClient', turns, ours, others);
  } finally {
    await bare.close();
    await stop();
    await person.leave();
  }
}
