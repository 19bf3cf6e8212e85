import type { Browser } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { TestServer } from '../setup/livekit-server.ts';
import { openConnected } from './connected.ts';
import { startCrowd } from './crowd.ts';
import { startLine } from './line.ts';
import { ratio } from './ratio.ts';

const [turns, room] = [5, 'mute-all'] as const;
/** Everyone is told of every mute: with 50 people their browser, not the server, would be what is measured on a small machine. */
const [people, each] = [10, 5] as const;
const size = people * each;

/** 50 microphones muted by the console, with its list, its checks and its log, against a script that mutes them one by one; both over the same line. */
export async function muteAllOverOneByOne(browser: Browser, server: TestServer): Promise<number> {
  const line = await startLine(server);
  const [console, crowd] = [await openConnected(browser, line.far), await startCrowd(server, room, people, each)];
  const client = new RoomServiceClient(line.far.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const microphones = async () =>
    (await client.listParticipants(room)).flatMap(({ identity, tracks }) => tracks.map(({ sid, muted }) => ({ identity, sid, muted })));
  /** Until it stays for a second: an app answers a mute with its own, which undoes an unmute sent before it. */
  async function unmuteAll() {
    for (let looks = 0; looks < 2; looks += 1) {
      const muted = (await microphones()).filter((track) => track.muted);
      if (muted.length > 0) looks = 0;
      for (const { identity, sid } of muted) await client.mutePublishedTrack(room, identity, sid, false);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  async function expectMuted() {
    const muted = (await microphones()).filter((track) => track.muted).length;
    if (muted !== size) throw new Error(`${muted} of ${size} are muted`);
  }
  async function byConsole() {
    await unmuteAll();
    const ms = await console.page.evaluate(
      async (input) => {
        const begun = performance.now();
        await window.api['participants.muteAll'](input);
        return performance.now() - begun;
      },
      { profileId: console.profileId, room },
    );
    await expectMuted();
    return ms;
  }
  async function oneByOne() {
    await unmuteAll();
    const begun = performance.now();
    for (const { identity, sid } of await microphones()) await client.mutePublishedTrack(room, identity, sid, true);
    const ms = performance.now() - begun;
    await expectMuted();
    return ms;
  }
  try {
    return await ratio('muteAll.overOneByOne', turns, oneByOne, byConsole);
  } finally {
    await Promise.all([console.stop(), crowd.stop(), line.stop()]);
  }
}
