import type { Emit, Handlers } from '../application';
import type { Audit } from '../audit/audit';
import type { CallName } from '../contract/names';
import { createDesk } from '../desk/desk';
import type { Profiles } from '../profiles/profiles';
import { createCommands } from './commands';
import { createLists } from './list';
import { createMutes } from './mute';
import { createObservers } from './observe';
import { createParticipantActions } from './participant-actions';
import { createPermissions } from './permissions';
import { createRoomActions } from './room-actions';
import { createRpcCall } from './rpc';
import { createSearch } from './search';
import { createWatches } from './watch';

type RoomCalls = Extract<CallName, `rooms.${string}` | `people.${string}` | `participants.${string}` | `watch.${string}`>;

/** Rooms and the people in them: seen, acted upon with a trace, watched. */
export function createRooms(profiles: Profiles, audit: Audit, emit: Emit): { handlers: Pick<Handlers, RoomCalls>; close: () => void } {
  const desk = createDesk(profiles, audit);
  const [search, observers, watches] = [createSearch(desk, emit), createObservers(desk), createWatches(desk, emit)];
  return {
    handlers: {
      ...createLists(desk),
      ...createRoomActions(desk),
      ...createMutes(desk),
      ...createPermissions(desk),
      ...createParticipantActions(desk),
      ...createRpcCall(desk),
      ...createCommands(desk),
      ...search.handlers,
      ...observers.handlers,
      ...watches.handlers,
    },
    close() {
      watches.close();
      search.close();
      observers.close();
    },
  };
}
