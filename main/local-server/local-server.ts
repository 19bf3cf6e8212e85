import type { Emit, Handlers } from '../application';
import { Refusal } from '../contract/result';
import type { Profiles } from '../profiles/profiles';

export type LocalServerCalls = 'localServer.status' | 'localServer.start' | 'localServer.stop' | 'localServer.install' | 'localServer.log';

const notBuilt = async () => {
  throw new Refusal('internal', 'not built yet');
};

export const createLocalServer = (
  _profiles: Profiles,
  _emit: Emit,
): { handlers: Pick<Handlers, LocalServerCalls>; close: () => Promise<void> } => ({
  handlers: {
    'localServer.status': notBuilt,
    'localServer.start': notBuilt,
    'localServer.stop': notBuilt,
    'localServer.install': notBuilt,
    'localServer.log': async () => [],
  },
  close: async () => {},
});
