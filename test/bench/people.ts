import type { Browser } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import { pooled } from '../../main/rooms/pool.ts';
import type { TestServer } from '../setup/livekit-server.ts';
import { openConnected } from './connected.ts';
import { startCrowd } from './crowd.ts';
import { startLine } from './line.ts';
import { ratio } from './ratio.ts';

const [turns, count, wanted, people] = [3, 1_000, 'person-3', 5] as const;

/**
 * A person looked for in 1,000 rooms by the console, which asks for several at once, against a script that reads one room after the
 * other; both to the end, both over the same line.
 */
export async function peopleOverOneByOne(browser: Browser, server: TestServer): Promise<number> {
  const near = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const names = Array.from({ length: count - 1 }, (_, index) => `people-${index}`);
  await pooled(names, 32, (name) => near.createRoom({ name, emptyTimeout: 3_600 }));
  const line = await startLine(server);
  const [console, crowd] = [await openConnected(browser, line.far), await startCrowd(server, 'people-crowd', people)];
  const far = new RoomServiceClient(line.far.url.replace('ws', 'http'), server.apiKey, server.apiSecret);

  const byConsole = async () => {
    const { ms, rooms, found } = await console.page.evaluate(
      async ({ profileId, text }) => {
        const begun = performance.now();
        const answer = await window.api['people.search']({ profileId, searchId: crypto.randomUUID(), text });
        const { read: rooms, found } = answer.ok ? answer.value : { read: 0, found: 0 };
        return { ms: performance.now() - begun, rooms, found };
      },
      { profileId: console.profileId, text: wanted },
    );
    if (rooms !== count || found !== 1) throw new Error(`${rooms} rooms read, ${found} people found`);
    return ms;
  };
  const oneByOne = async () => {
    const begun = performance.now();
    let found = 0;
    for (const { name } of await far.listRooms())
      found += (await far.listParticipants(name)).filter(({ identity, name }) => identity.includes(wanted) || name.includes(wanted)).length;
    if (found !== 1) throw new Error(`${found} people found`);
    return performance.now() - begun;
  };
  try {
    return await ratio('people.overOneByOne', turns, oneByOne, byConsole);
  } finally {
    await Promise.all([console.stop(), crowd.stop(), line.stop()]);
    await pooled(names, 32, (name) => near.deleteRoom(name));
  }
}
