import type { Page } from '@playwright/test';
import { AccessToken, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import { type TestServer, testServer } from '../setup/livekit-server';
import { join, type Participant } from '../setup/participant';
import { connect } from './connect';
import { openPlace } from './console-page';

type Wanted = { identity: string; name?: string; grant?: VideoGrant };

/** A room with real people in it, and the page that shows it. `leave` ends what the test began. */
export async function liveRoom(page: Page, room: string, server: TestServer = testServer()) {
  const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  const people: Participant[] = [];
  await connect(page, server);
  return {
    rooms,
    server,
    async joins({ identity, name = '', grant = {} }: Wanted) {
      const token = new AccessToken(server.apiKey, server.apiSecret, { identity, name });
      token.addGrant({ roomJoin: true, room, ...grant });
      const person = await join(server.url, await token.toJwt());
      people.push(person);
      return person;
    },
    async open() {
      await openPlace(page, `rooms/open/${encodeURIComponent(room)}`);
      await page.getByRole('table', { name: 'Participants' }).waitFor();
    },
    row: (name: string | RegExp) => page.getByRole('row', { name }),
    /** Whether the microphone is muted, as the server says. */
    async isMuted(identity: string) {
      const { tracks } = await rooms.getParticipant(room, identity);
      return tracks.map(({ muted }) => muted);
    },
    person: (identity: string) => rooms.getParticipant(room, identity),
    /** As another admin would. */
    permit: (identity: string, permission: { canSubscribe: boolean; canPublish: boolean; canPublishData: boolean }) =>
      rooms.updateParticipant(room, identity, { permission }),
    inRoom: async () => (await rooms.listParticipants(room)).map(({ identity }) => identity),
    async leave() {
      for (const person of people) await person.leave();
    },
  };
}
export type LiveRoom = Awaited<ReturnType<typeof liveRoom>>;
