import { type Browser, chromium } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import { chromiumOptions } from '../setup/chromium.ts';
import { type RunningServer, startLiveKitServer } from '../setup/livekit-server.ts';
import { callOverBareEcho } from './bridge.ts';
import { overExpress, overFastapi } from './endpoint.ts';
import { firstFrameOverBareClient } from './first-frame.ts';
import { firstScreenKb } from './first-screen.ts';
import { cpuPercentPerParticipant } from './many.ts';
import { muteAllOverOneByOne } from './mute-all.ts';
import { observerOverPolling } from './observer.ts';
import { peopleOverOneByOne } from './people.ts';
import { usableOverBareReact } from './start.ts';
import { tableOverNaiveRender } from './table.ts';

type Figure = { measure: (browser: Browser, server: RunningServer) => Promise<number | null>; atLeast?: number; atMost?: number };

/** Figures of one run on one machine: each is a ratio to something that is measured beside it, a size, or a share of the machine. Null: what it is held against is not there. */
const all: Record<string, Figure> = {
  'bridge.callOverBareEcho': { measure: callOverBareEcho },
  'start.usableOverBareReact': { measure: usableOverBareReact },
  'firstScreen.gzipKb': { measure: firstScreenKb, atMost: 300 },
  'muteAll.overOneByOne': { measure: muteAllOverOneByOne, atLeast: 3 },
  'observer.overPolling': { measure: observerOverPolling, atLeast: 20 },
  'join.firstFrameOverBareClient': { measure: firstFrameOverBareClient, atMost: 1.3 },
  'many.cpuPercentPerParticipant': { measure: cpuPercentPerParticipant },
  'people.overOneByOne': { measure: peopleOverOneByOne, atLeast: 5 },
  'table10k.overNaiveRender': { measure: tableOverNaiveRender, atLeast: 10 },
  'endpoint.overExpress': { measure: overExpress, atLeast: 1.5 },
  'endpoint.overFastapi': { measure: overFastapi, atLeast: 1.5 },
};
const wanted = process.argv.slice(2);

/** What the figure before left behind, also where it broke off: who is in these rooms would be counted, and take time. */
async function emptyServer({ url, apiKey, apiSecret }: RunningServer) {
  const client = new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret);
  for (const { name } of await client.listRooms()) await client.deleteRoom(name);
}

const figures: Record<string, number> = {};
const missed: string[] = [];
const server = await startLiveKitServer();
const browser = await chromium.launch(chromiumOptions());
try {
  for (const [name, { measure, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }] of Object.entries(all)) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    await emptyServer(server);
    const figure = await measure(browser, server).catch((error: unknown) => {
      // One that cannot be taken does not cost the others.
      missed.push(`BROKEN: ${name}: ${String(error)}`);
    });
    if (figure === undefined) continue;
    if (figure === null) {
      missed.push(`MISSING: what ${name} is measured against, see above`);
      continue;
    }
    figures[name] = figure;
    if (figure < atLeast) missed.push(`MISSED: ${name} is ${figure}, to be at least ${atLeast}`);
    if (figure > atMost) missed.push(`MISSED: ${name} is ${figure}, to be at most ${atMost}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
for (const line of missed) console.error(line);
console.log(JSON.stringify(figures));
// @livekit/rtc-node leaves threads behind that would keep it running.
process.exit(missed.length > 0 ? 1 : 0);
