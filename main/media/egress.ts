import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { Desk } from '../desk/desk';
import { dangerous } from '../desk/safety';
import { egressOf } from './egress-shape';

type Calls = 'egress.list' | 'egress.stop';

/** Recordings and streams out of rooms. A worker does the work; the server keeps the list, in Redis. */
export const createEgress = ({ look, act }: Desk): Pick<Handlers, Calls> => ({
  'egress.list': ({ profileId }) =>
    look(profileId, async ({ egress }) => ({ egresses: (await egress.listEgress()).map(egressOf), takenAt: Date.now() })),
  async 'egress.stop'({ egressId, ...given }) {
    const what = { action: 'egress.stop', room: '', targets: [egressId], danger: dangerous } as const;
    const { value, auditNo } = await act(given, what, async ({ egress }) => {
      const stopped = egressOf(await egress.stopEgress(egressId));
      return { value: stopped, outcome: { ...allDone, details: { room: stopped.room, state: stopped.state } } };
    });
    return { egress: value, auditNo };
  },
});
