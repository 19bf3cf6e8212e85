import { z } from 'zod';
import { problem } from './field';
import { guard } from './guard';
import type { FailureCode } from './result';

const week = 604_800;
/** In how many seconds an egress is stopped. */
export const stopAfter = z.int().min(1, problem('lifetime-too-short')).max(week, problem('out-of-range'));

/** What passes without anybody's doing: a stop that failed for it is tried again. A computer that wakes up has its network seconds later. */
const passing: ReadonlySet<string> = new Set<FailureCode>([
  'unreachable',
  'timeout',
  'overloaded',
  'dead-node',
  'nobody-answers',
  'keychain-locked',
  'keychain-no-bus',
  'audit-unwritable',
]);
export const isTriedAgain = (code: string): boolean => passing.has(code);

/** When the console stops an egress by itself: `at` is an epoch in ms. `failed`: the code of what the last attempt came to; null: there was none yet. */
export const egressTimer = z.object({ at: z.number(), failed: z.string().nullable() });
/** As it is kept over a restart, with who is told to have stopped it, and why. */
export const keptTimer = z.strictObject({
  ...egressTimer.shape,
  profileId: z.uuid(),
  egressId: z.string().min(1),
  room: z.string(),
  operator: z.string(),
  reason: z.string(),
});
export type KeptTimer = z.output<typeof keptTimer>;

/**
 * Sets or moves the time. Dangerous, as the stop itself is: what is agreed to now is done then. Throws `not-found`, also for one that has
 * ended, and `invalid-input` at `seconds`.
 */
export const newTimer = z.strictObject({ profileId: z.uuid(), egressId: z.string().min(1), seconds: stopAfter, ...guard });
/** It runs on until somebody stops it. */
export const timerRemoval = z.strictObject({ profileId: z.uuid(), egressId: z.string().min(1), ...guard });
/** It should have been stopped and runs on; `code` says why. */
export const timerFailed = keptTimer.pick({ profileId: true, egressId: true, room: true }).extend({ code: z.string() });
