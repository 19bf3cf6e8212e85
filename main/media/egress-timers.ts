import type { KeptTimer } from '../contract/egress-timer';
import { Refusal } from '../contract/result';
import { log } from '../log';
import type { SettingsStore } from '../settings/settings';

type Of = Pick<KeptTimer, 'profileId' | 'egressId'>;
type Parts = {
  settings: SettingsStore;
  /** Does nothing where the egress has ended. What it throws is kept with the timer. */
  stop: (timer: KeptTimer) => Promise<void>;
  onFailed: (timer: KeptTimer) => void;
};
export type EgressTimers = ReturnType<typeof createEgressTimers>;

/** A computer that slept has not counted: the clock is looked at this often. */
const longestWaitMs = 30_000;

/** The times at which egresses are stopped. They are kept in the settings: what came due while the console was closed is done at its start. */
export function createEgressTimers({ settings, stop, onFailed }: Parts) {
  let timers = settings.get('egressTimers');
  const stopping = new Set<KeptTimer>();
  let next: NodeJS.Timeout | undefined;
  let isClosed = false;
  const isOf = (of: Of) => (timer: Of) => timer.profileId === of.profileId && timer.egressId === of.egressId;

  function keep(changed: KeptTimer[]) {
    settings.set('egressTimers', changed);
    timers = changed;
    wait();
  }
  /** Where the disk is full it holds until the console ends; the egress is found to have ended at the next start. */
  function keepIfPossible(changed: KeptTimer[]) {
    try {
      keep(changed);
    } catch (error) {
      log.warn('egress: its timer cannot be kept', error);
      timers = changed;
      wait();
    }
  }
  async function fire(timer: KeptTimer) {
    stopping.add(timer);
    try {
      await stop(timer);
      keepIfPossible(timers.filter((one) => one !== timer));
    } catch (error) {
      const failed = { ...timer, failed: error instanceof Refusal ? error.code : 'internal' };
      if (!(error instanceof Refusal)) log.error('egress: it could not be stopped in time', error);
      // Taken back or moved meanwhile: then it did not fail either.
      if (isClosed || !timers.includes(timer)) return;
      keepIfPossible(timers.map((one) => (one === timer ? failed : one)));
      onFailed(failed);
    } finally {
      stopping.delete(timer);
    }
  }
  function turn() {
    for (const timer of timers) if (timer.failed === null && timer.at <= Date.now() && !stopping.has(timer)) void fire(timer);
    wait();
  }
  function wait() {
    clearTimeout(next);
    const times = timers.flatMap((timer) => (timer.failed === null && !stopping.has(timer) ? timer.at : []));
    if (isClosed || times.length === 0) return;
    next = setTimeout(turn, Math.min(longestWaitMs, Math.max(0, Math.min(...times) - Date.now())));
  }
  wait();

  return {
    /** When it is stopped, and whether that failed; null: no time is set. */
    of: (egress: Of): KeptTimer | null => timers.find(isOf(egress)) ?? null,
    /** In the place of the one it may have. Throws where the settings cannot be written. */
    set(timer: KeptTimer) {
      keep([...timers.filter((one) => !isOf(timer)(one)), timer]);
    },
    /** Of one that was stopped, has ended, or is to run on. */
    remove(egress: Of) {
      const isIt = isOf(egress);
      if (timers.some(isIt)) keepIfPossible(timers.filter((one) => !isIt(one)));
    },
    /** They go on at the next start. */
    close() {
      isClosed = true;
      clearTimeout(next);
    },
  };
}
