import { RoomAgentDispatch } from 'livekit-server-sdk';
import type { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import type { newRoom, Room, rescueReport } from '../contract/rooms';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import { checkRooms } from './list';
import { roomOf } from './shape';
import { forEachTarget, outcomeOf, reportOf } from './targets';

type Config = z.output<typeof newRoom>['config'];

/** What was asked for and is otherwise in the room that came back. Zero and empty ask for nothing; `live` empty: the server does not tell. */
function differences(config: Config, live: Room) {
  const told = {
    emptyTimeout: live.emptyTimeout,
    departureTimeout: live.departureTimeout,
    maxParticipants: live.maxParticipants,
    metadata: live.metadata,
  };
  return Object.entries({ ...config, agents: config.agents.map(({ agentName }) => agentName).join(' ') }).flatMap(([field, asked]) => {
    const found = new Map(Object.entries(told)).get(field) ?? '';
    return asked && asked !== found ? [{ field, asked: String(asked), live: String(found) }] : [];
  });
}

/** Without what asks for nothing: the server's own defaults hold then. */
const asked = ({ agents, ...config }: Config) => ({
  ...Object.fromEntries(Object.entries(config).filter(([, value]) => value)),
  ...(agents.length > 0 ? { agents: agents.map((agent) => new RoomAgentDispatch(agent)) } : {}),
});

type Rescue = z.output<typeof rescueReport>['outcome'];
type Calls = 'rooms.create' | 'rooms.close' | 'rooms.setMetadata' | 'rooms.rescue';

export const createRoomActions = ({ act }: Desk): Pick<Handlers, Calls> => ({
  async 'rooms.create'({ name, config, ...given }) {
    const what = { action: 'rooms.create', room: name, targets: [name], details: { config }, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async ({ rooms }) => {
      const [before] = await rooms.listRooms([name]);
      const room = roomOf(await rooms.createRoom({ name, ...asked(config) }));
      const created = before === undefined;
      return { value: { room, created, differs: created ? [] : differences(config, room) }, outcome: { ...allDone, details: { created } } };
    });
    return { ...value, auditNo };
  },
  async 'rooms.close'({ rooms, ...given }) {
    const danger = { dangerous: true, typed: rooms.length > 1 ? rooms.length : null };
    const what = { action: 'rooms.close', room: rooms.length === 1 ? (rooms[0] ?? '') : '', targets: rooms, danger } as const;
    const targets = rooms.map((room) => ({ room, identity: '', trackSid: '' }));
    const { value, auditNo } = await act(given, what, async (clients) => {
      const results = await forEachTarget(targets, async ({ room }) => {
        try {
          await clients.rooms.deleteRoom(room);
          return { status: 'done' };
        } catch (error) {
          if (error instanceof Refusal && error.code === 'room-absent') return { status: 'already' };
          throw error;
        }
      });
      return { value: results, outcome: outcomeOf(results) };
    });
    return reportOf(value, auditNo);
  },
  async 'rooms.setMetadata'({ room, metadata, ...given }) {
    const what = { action: 'rooms.setMetadata', room, targets: [room], details: { metadata }, danger: harmless } as const;
    const { auditNo } = await act(given, what, async ({ rooms }) => {
      await rooms.updateRoomMetadata(room, metadata);
      return { value: null, outcome: allDone };
    });
    return { auditNo };
  },
  async 'rooms.rescue'({ room, ...given }) {
    const what = { action: 'rooms.rescue', room, targets: [room], danger: dangerous } as const;
    const { value, auditNo } = await act(given, what, async (clients): Promise<{ value: Rescue; outcome: typeof allDone }> => {
      const [health] = await checkRooms(clients, [room]);
      if (health?.state === 'alive' || health?.state === 'absent')
        return { value: health.state, outcome: { ...allDone, details: { outcome: health.state } } };
      // Creating over it puts the room on a live node; only then can it be closed.
      await clients.rooms.createRoom({ name: room });
      await clients.rooms.deleteRoom(room);
      return { value: 'rescued', outcome: { ...allDone, details: { outcome: 'rescued' } } };
    });
    return { outcome: value, auditNo };
  },
});
