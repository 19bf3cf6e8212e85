import { randomUUID } from 'node:crypto';
import { DataPacket_Kind, type ParticipantInfo, ParticipantInfo_State, type Room } from 'livekit-server-sdk';
import type { z } from 'zod';
import { isDependent } from '../contract/grants';
import { Refusal } from '../contract/result';
import { amber, type Lint, plain, red } from '../contract/token-lints';
import type { roomSuggestion, Situation, situationRequest } from '../contract/tokens';
import { type Clients, type Credentials, createClients } from '../livekit/clients';
import { reach } from '../livekit/reach';
import { uniqueName } from './who-lints';

type Asked = z.output<typeof situationRequest>;

/** livekit-server logs an error below this, and some SDKs refuse to sign. */
const shortestSecret = 32;
/** ParticipantInfo.Kind, which livekit-server-sdk does not export; of the others nothing depends on it. */
const kinds = new Map<number, string>([
  [2, 'egress'],
  [4, 'agent'],
]);
const isCounted = ({ permission, kind }: ParticipantInfo) => !isDependent(permission ?? {}, kinds.get(kind));

/** livekit-server forgives this much of `nbf` and `exp`. */
const leewaySeconds = 60;
const worthSaying = 5;

/** How this machine's clock, by which tokens are dated, stands to the server's. */
function clockLints(aheadMs: number | null): Lint[] {
  const seconds = Math.round(Math.abs(aheadMs ?? 0) / 1_000);
  if (seconds < worthSaying) return [];
  const values = { seconds, leeway: leewaySeconds };
  if (Number(aheadMs) < 0) return [amber('clock-behind', { values })];
  return [(seconds > leewaySeconds ? red : amber)('clock-ahead', { values })];
}

/**
 * Nothing, sent to nobody: a live node takes it, a dead one is silent for 3 s. What it held stays in every list for ever
 * (livekit-server 1.13.5).
 */
async function isGhost({ rooms }: Clients, room: string): Promise<boolean> {
  try {
    await rooms.sendData(room, new Uint8Array(), DataPacket_Kind.LOSSY, { destinationIdentities: [randomUUID()] });
    return false;
  } catch (error) {
    return error instanceof Refusal && error.code === 'nobody-answers';
  }
}

type Found = { room: Room | undefined; counted: number; identityPresent: boolean };
/** A person who is in a full room may come again: they replace themselves. */
const isFull = ({ uncounted }: Asked, { room, counted, identityPresent }: Found) =>
  room !== undefined && room.maxParticipants > 0 && counted >= room.maxParticipants && !uncounted && !identityPresent;

/** What the server's state makes of this token. */
function situationLints(asked: Asked, found: Found, ghost: boolean): Lint[] {
  const { room, counted, identityPresent } = found;
  const { identity, roomSettings } = asked;
  if (!room) return [plain('room-absent')];
  if (ghost) return [amber('room-ghost')];
  return [
    ...(identityPresent ? [amber('identity-in-room', { values: { identity }, cure: { identity: uniqueName(identity) } })] : []),
    ...(isFull(asked, found) ? [amber('room-full', { values: { participants: counted, maxParticipants: room.maxParticipants } })] : []),
    ...(roomSettings ? [amber('room-settings-live', { cure: { roomConfig: null, roomPreset: '' } })] : []),
  ];
}

async function findRoom({ rooms }: Clients, { room: name, identity }: Asked): Promise<Found> {
  const [room] = await rooms.listRooms([name]);
  const everyone = room ? await rooms.listParticipants(name) : [];
  const there = everyone.filter(({ state }) => state !== ParticipantInfo_State.DISCONNECTED);
  const identityPresent = there.some((someone) => someone.identity === identity);
  return { room, counted: there.filter(isCounted).length, identityPresent };
}

/**
 * Asks RoomService/ListRooms for that one room, and ListParticipants where it is there: the server's own count lags by seconds.
 * Without a room nothing is asked.
 */
export async function readSituation(credentials: Credentials, asked: Asked): Promise<Situation> {
  const bytes = Buffer.byteLength(credentials.apiSecret);
  const secret = bytes < shortestSecret ? [amber('secret-short', { values: { bytes, limit: shortestSecret } })] : [];
  const nobody = { roomExists: false, participants: 0, maxParticipants: 0, identityPresent: false };
  if (asked.room === '') return { ...nobody, lints: secret };
  const clients = createClients(credentials);
  const [found, clock] = await Promise.all([findRoom(clients, asked), reach(credentials.serverUrl, '/rtc/validate').catch(() => null)]);
  const { room, counted, identityPresent } = found;
  // Only where it would say something false: of a dead node the answer takes 3 s.
  const ghost = (identityPresent || isFull(asked, found)) && (await isGhost(clients, asked.room));
  return {
    roomExists: room !== undefined,
    participants: counted,
    maxParticipants: room?.maxParticipants ?? 0,
    identityPresent: identityPresent && !ghost,
    lints: [...situationLints(asked, found, ghost), ...clockLints(clock?.aheadMs ?? null), ...secret],
  };
}

/** The server's rooms, fullest first; its counts lag 3 to 8 s behind (RoomService/ListRooms). */
export async function suggestRooms(credentials: Credentials): Promise<z.output<typeof roomSuggestion>[]> {
  const rooms = await createClients(credentials).rooms.listRooms();
  return rooms
    .map(({ name, numParticipants }) => ({ name, participants: numParticipants }))
    .sort((one, other) => other.participants - one.participants || one.name.localeCompare(other.name));
}
