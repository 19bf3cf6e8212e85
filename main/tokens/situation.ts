import { type ParticipantInfo, ParticipantInfo_State, type Room } from 'livekit-server-sdk';
import type { z } from 'zod';
import type { Lint, roomSuggestion, Situation, situationRequest } from '../contract/tokens';
import { type Credentials, createClients } from '../livekit/clients';
import { amber, plain } from './finding';
import { uniqueIdentity } from './text-lints';

type Asked = z.output<typeof situationRequest>;

/** livekit-server logs an error below this, and some SDKs refuse to sign. */
const shortestSecret = 32;
/** EGRESS and AGENT of ParticipantInfo.Kind, which livekit-server-sdk does not export. */
const uncountedKinds = [2, 4];

const isCounted = ({ permission, kind }: ParticipantInfo) =>
  !permission?.agent && !permission?.recorder && !uncountedKinds.some((uncounted) => kind === uncounted);

/** What the server's state makes of this token. A person who is in a full room may come again: they replace themselves. */
function situationLints(asked: Asked, room: Room | undefined, counted: number, identityPresent: boolean): Lint[] {
  const { identity, uncounted, roomSettings } = asked;
  const max = room?.maxParticipants ?? 0;
  const full = max > 0 && counted >= max && !uncounted && !identityPresent;
  return [
    ...(identityPresent ? [amber('identity-in-room', { values: { identity }, cure: { identity: uniqueIdentity(identity) } })] : []),
    ...(full ? [amber('room-full', { values: { participants: counted, maxParticipants: max } })] : []),
    ...(room ? [] : [plain('room-absent')]),
    ...(room && roomSettings ? [amber('room-settings-live', { cure: { roomConfig: null, roomPreset: '' } })] : []),
  ];
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
  const { rooms } = createClients(credentials);
  const [room] = await rooms.listRooms([asked.room]);
  const everyone = room ? await rooms.listParticipants(asked.room) : [];
  const there = everyone.filter(({ state }) => state !== ParticipantInfo_State.DISCONNECTED);
  const counted = there.filter(isCounted).length;
  const identityPresent = there.some(({ identity }) => identity === asked.identity);
  return {
    roomExists: room !== undefined,
    participants: counted,
    maxParticipants: room?.maxParticipants ?? 0,
    identityPresent,
    lints: [...situationLints(asked, room, counted, identityPresent), ...secret],
  };
}

/** The server's rooms, fullest first; its counts lag 3 to 8 s behind (RoomService/ListRooms). */
export async function suggestRooms(credentials: Credentials): Promise<z.output<typeof roomSuggestion>[]> {
  const rooms = await createClients(credentials).rooms.listRooms();
  return rooms
    .map(({ name, numParticipants }) => ({ name, participants: numParticipants }))
    .sort((one, other) => other.participants - one.participants || one.name.localeCompare(other.name));
}
