import { isTriedAgain, type KeptTimer } from '../contract/egress-timer';
import { Refusal } from '../contract/result';
import { log } from '../log';
import type { SettingsStore } from '../settings/settings';

type Of = Pick<KeptTimer, 'profileId' | 'egressId'>;
type Parts = {
  settings: SettingsStore;
  /** Does nothing where the egress has ended. What it throws is kept with the timer. */
  stop: (timer: KeptTimer) => Promise<void>;
  /** Told once of each reason, however often it is tried. */
  onFailed: (timer: KeptTimer) => void;
};
export type EgressTimers = ReturnType<typeof createEgressTimers>;

/** A computer that slept has not counted: the clock is looked at this often. */
const longestWaitMs = 30_000;
const pauses = { first: 60_000, longest: 30 * 60_000 };

/** The times at which egresses are stopped. They are kept in the settings: what came due while the console was closed is done at its start. */
export function createEgressTimers({ settings, stop, onFailed }: Parts) {
  let timers = settings.get('egressTimers');
  const stopping = new Set<KeptTimer>();
  /** When a stop that failed is tried again, each time after twice as long. Not kept: after a restart it is tried at once. */
  const tries = new WeakMap<KeptTimer, { at: number; pauseMs: number }>();
  for (const timer of timers) if (timer.failed !== null && isTriedAgain(timer.failed)) tries.set(timer, { at: Date.now(), pauseMs: 0 });
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
  function keepFailed(timer: KeptTimer, code: string) {
    const failed = { ...timer, failed: code };
    if (isTriedAgain(code)) {
      const pauseMs = Math.min(2 * (tries.get(timer)?.pauseMs ?? 0) || pauses.first, pauses.longest);
      tries.set(failed, { at: Date.now() + pauseMs, pauseMs });
    }
    keepIfPossible(timers.map((one) => (one === timer ? failed : one)));
    if (code !== timer.failed) onFailed(failed);
  }
  async function fire(timer: KeptTimer) {
    stopping.add(timer);
    try {
      await stop(timer);
      keepIfPossible(timers.filter((one) => one !== timer));
    } catch (error) {
      if (!(error instanceof Refusal)) log.error('egress: it could not be stopped in time', error);
      // Taken back or moved meanwhile: then it did not fail either.
      if (!isClosed && timers.includes(timer)) keepFailed(timer, error instanceof Refusal ? error.code : 'internal');
    } finally {
      stopping.delete(timer);
    }
  }
  /** Infinity: it is not tried again, or is just being tried. */
  function dueAt(timer: KeptTimer): number {
    if (stopping.has(timer)) return Number.POSITIVE_INFINITY;
    return timer.failed === null ? timer.at : (tries.get(timer)?.at ?? Number.POSITIVE_INFINITY);
  }
  function turn() {
    for (const timer of timers) if (dueAt(timer) <= Date.now()) void fire(timer);
    wait();
  }
  function wait() {
    clearTimeout(next);
    const soonest = Math.min(...timers.map(dueAt));
    if (isClosed || soonest === Number.POSITIVE_INFINITY) return;
    next = setTimeout(turn, Math.min(longestWaitMs, Math.max(0, soonest - Date.now())));
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
