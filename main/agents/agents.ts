import type { Handlers } from '../application';
import { type Audit, allDone } from '../audit/audit';
import type { CallName } from '../contract/names';
import { Refusal } from '../contract/result';
import { createDesk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import type { Profiles } from '../profiles/profiles';
import { agentsOf, dispatchOf } from './shape';

type Calls = Extract<CallName, `agents.${string}`>;
const isCode = (error: unknown, code: Refusal['code']) => error instanceof Refusal && error.code === code;

/** A dispatch of a room that is not there takes the server 3 s to say 503, so that the list of rooms is asked first. */
const exists = async ({ rooms }: Clients, room: string) => (await rooms.listRooms([room])).length > 0;

/** Agents called into a room: which, by whom they were taken, and which are there (AgentDispatchService). */
export function createAgents(profiles: Profiles, audit: Audit): Pick<Handlers, Calls> {
  const { look, act } = createDesk(profiles, audit);
  return {
    'agents.list': ({ profileId, room }) =>
      look(profileId, async (clients) => {
        if (!(await exists(clients, room))) return { exists: false, takenAt: Date.now(), dispatches: [], agents: [] };
        const [dispatches, people] = await Promise.all([clients.agents.listDispatch(room), clients.rooms.listParticipants(room)]);
        const present = new Set(people.map(({ identity }) => identity));
        return {
          exists: true,
          takenAt: Date.now(),
          dispatches: dispatches.map((dispatch) => dispatchOf(dispatch, present)),
          agents: agentsOf(people),
        };
      }),
    async 'agents.dispatch'({ room, agentName, metadata, ...given }) {
      const what = { action: 'agents.dispatch', room, targets: [agentName], details: { metadata }, danger: harmless } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const roomCreated = !(await exists(clients, room));
        const made = await clients.agents.createDispatch(room, agentName, { metadata }).catch((error: unknown) => {
          // `room.auto_create` is off: the server looks for the room's node and finds none.
          if (roomCreated && isCode(error, 'nobody-answers')) throw new Refusal('room-absent', 'there is no such room, and none is made');
          throw error;
        });
        const dispatch = dispatchOf(made, new Set());
        return { value: { dispatch, roomCreated }, outcome: { ...allDone, details: { id: dispatch.id, roomCreated } } };
      });
      return { ...value, auditNo };
    },
    async 'agents.deleteDispatch'({ room, id, ...given }) {
      const what = { action: 'agents.deleteDispatch', room, targets: [id], danger: dangerous } as const;
      const { value, auditNo } = await act(given, what, async (clients) => {
        const outcome = (await exists(clients, room)) ? await remove(clients, room, id) : 'already';
        return { value: outcome, outcome: { ...allDone, details: { outcome } } };
      });
      return { outcome: value, auditNo };
    },
  };
}

async function remove({ agents }: Clients, room: string, id: string): Promise<'deleted' | 'already'> {
  try {
    await agents.deleteDispatch(id, room);
    return 'deleted';
  } catch (error) {
    if (isCode(error, 'not-found')) return 'already';
    throw error;
  }
}
