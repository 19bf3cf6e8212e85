import { randomUUID } from 'node:crypto';
import { DataPacket_Kind } from 'livekit-server-sdk';
import type { Handlers } from '../application';
import { Refusal } from '../contract/result';
import type { RoomHealth } from '../contract/rooms';
import type { Desk } from '../desk/desk';
import type { Clients } from '../livekit/clients';
import { pooled } from './pool';
import { isCounted, participantOf, roomOf } from './shape';

const width = 8;

export const listPeople = async ({ rooms }: Clients, room: string) => (await rooms.listParticipants(room)).map(participantOf);

/**
 * Nothing, sent to nobody: a live node takes it with 200, a dead one is silent for 3 s. An update or a removal of nobody would not do:
 * those are answered from Redis.
 */
async function nodeAnswers({ rooms }: Clients, room: string): Promise<RoomHealth['state']> {
  try {
    await rooms.sendData(room, new Uint8Array(), DataPacket_Kind.LOSSY, { destinationIdentities: [randomUUID()] });
    return 'alive';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'nobody-answers' ? 'ghost' : 'unknown';
  }
}

/** A dead node's rooms and people stay in every list, unchanged and for ever; only an action shows it. */
export async function checkRooms(clients: Clients, names: string[]): Promise<RoomHealth[]> {
  const listed = new Set((await clients.rooms.listRooms(names)).map(({ name }) => name));
  return pooled(names, width, async (room) => ({ room, state: listed.has(room) ? await nodeAnswers(clients, room) : 'absent' }));
}

async function countRoom(clients: Clients, room: string) {
  try {
    const people = await listPeople(clients, room);
    const counted = people.filter(isCounted);
    const publishers = counted.filter(({ tracks }) => tracks.length > 0).length;
    return { room, participants: counted.length, publishers, uncounted: people.length - counted.length, problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { room, participants: 0, publishers: 0, uncounted: 0, problem: error.code };
  }
}

/** An unmute of a track that does not exist: 412 where remote unmute is off, else 200 without a track. */
async function allowsUnmute(clients: Clients, room: string): Promise<boolean | null> {
  const [someone] = await clients.rooms.listParticipants(room);
  if (!someone) return null;
  try {
    await clients.rooms.mutePublishedTrack(room, someone.identity, 'TR_none', false);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'remote-unmute-off') return false;
    if (error instanceof Refusal && error.code === 'nobody-answers') return null;
    throw error;
  }
}

type Calls = 'rooms.list' | 'rooms.count' | 'rooms.check' | 'rooms.remoteUnmute' | 'participants.list';

export const createLists = ({ look }: Desk): Pick<Handlers, Calls> => ({
  'rooms.list': ({ profileId }) =>
    look(profileId, async ({ rooms }) => ({ rooms: (await rooms.listRooms()).map(roomOf), takenAt: Date.now() })),
  'rooms.count': ({ profileId, rooms }) => look(profileId, (clients) => pooled(rooms, width, (room) => countRoom(clients, room))),
  'rooms.check': ({ profileId, rooms }) => look(profileId, (clients) => checkRooms(clients, rooms)),
  'rooms.remoteUnmute': ({ profileId, room }) => look(profileId, async (clients) => ({ allowed: await allowsUnmute(clients, room) })),
  'participants.list': ({ profileId, room }) =>
    look(profileId, async (clients) => {
      const participants = await listPeople(clients, room);
      // An absent room answers as an empty one does.
      const exists = participants.length > 0 || (await clients.rooms.listRooms([room])).length > 0;
      return { exists, participants, takenAt: Date.now() };
    }),
});
