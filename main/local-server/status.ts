import type { Emit } from '../application';
import type { LocalServerStatus } from '../contract/local-server';
import { findPrograms } from './programs';

type State = LocalServerStatus['state'];
export type Status = ReturnType<typeof createStatus>;

const platform = (['linux', 'darwin', 'win32'] as const).find((known) => known === process.platform) ?? 'other';

/** How things stand, told to every window at each change. `settled`: what the settings say. */
export function createStatus(emit: Emit, settled: () => Pick<LocalServerStatus, 'sendsWebhooks' | 'port'>) {
  let programs: Awaited<ReturnType<typeof findPrograms>> = { found: null, go: null };
  let now: Pick<LocalServerStatus, 'state' | 'running' | 'note'> = { state: 'stopped', running: null, note: null };
  const shown = (): LocalServerStatus => ({
    ...now,
    state: now.state === 'stopped' && !programs.found ? 'missing' : now.state,
    found: programs.found,
    go: programs.go && { version: programs.go.version, recent: programs.go.recent },
    platform,
    ...settled(),
  });
  return {
    shown,
    is: (state: State) => now.state === state,
    /** Looks for the programs anew: they may have been installed since. */
    async look() {
      programs = await findPrograms();
      return programs;
    },
    change(state: State, { running = null, note = null }: Partial<Pick<LocalServerStatus, 'running' | 'note'>> = {}) {
      now = { state, running, note };
      emit('localServer.changed', shown());
    },
  };
}
