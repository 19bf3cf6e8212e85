import { createRequire } from 'node:module';
import { chromium } from '@playwright/test';
import { AccessToken } from 'livekit-server-sdk';
import { chromiumOptions } from '../setup/chromium.ts';
import type { TestServer } from '../setup/livekit-server.ts';

declare global {
  interface Window {
    LivekitClient: typeof import('livekit-client');
  }
}
const client = createRequire(import.meta.url).resolve('livekit-client');

/**
 * Fills a room with people who publish so many microphones each, in a browser of their own, so that their work is not taken for the
 * console's. (50 of @livekit/rtc-node take more than a core for nothing but being there.)
 */
export async function startCrowd(
  { url, apiKey, apiSecret }: TestServer,
  room: string,
  size: number,
  each = 1,
): Promise<{ stop(): Promise<void> }> {
  const options = chromiumOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, '--autoplay-policy=no-user-gesture-required'] });
  const page = await browser.newPage();
  // The server's own page, a word of text: whatever page is of this machine will do.
  await page.goto(url.replace('ws', 'http'));
  await page.addScriptTag({ path: client });
  const tokens = Array.from({ length: size }, (_, index) => {
    const token = new AccessToken(apiKey, apiSecret, { identity: `person-${index}` });
    token.addGrant({ roomJoin: true, room, canSubscribe: false });
    return token.toJwt();
  });
  await page.evaluate(
    async ({ url, tokens, each }) => {
      const { Room, Track, setLogLevel } = window.LivekitClient;
      setLogLevel('silent');
      const sound = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0];
      if (!sound) throw new Error('no sound');
      for (const token of tokens) {
        const person = new Room();
        await person.connect(url, token, { autoSubscribe: false });
        for (let track = 0; track < each; track += 1)
          await person.localParticipant.publishTrack(sound.clone(), { source: Track.Source.Microphone, name: `microphone ${track}` });
      }
    },
    { url, tokens: await Promise.all(tokens), each },
  );
  return { stop: () => browser.close() };
}
