import { z } from 'zod';
import { problem } from './field';

/**
 * What comes with an action. Main honours the profile's safety level with it:
 * `read-only` refuses every action, `confirm` refuses a dangerous one without `confirmed` (`not-confirmed`).
 * `typedCount`: the number the operator typed; a production profile asks for it when several rooms are closed or everyone is removed.
 * `reason`: goes to the audit log; needed for dangerous actions and peeks where the policy asks for one (`reason-required`, issue at `reason`).
 */
export const guard = {
  confirmed: z.boolean().default(false),
  typedCount: z.int().nullable().default(null),
  reason: z.string().trim().max(500, problem('too-long')).default(''),
};
export type Guard = z.output<z.ZodObject<typeof guard>>;

export const targetStatuses = [
  /** The server did it, and its answer shows it. */
  'done',
  /** Nothing was to be done: already so, or (for remove and close) already gone. Counts as done. */
  'already',
  /** The track is no longer there: nothing was muted. */
  'stale-track',
  /** The person is no longer in the room. */
  'absent',
  /** `room.enable_remote_unmute` is off. */
  'remote-unmute-off',
  /** The node that holds the room does not answer: a ghost. `rooms.rescue` clears it. */
  'dead-node',
  /** Someone else changed it meanwhile. */
  'conflict',
  /** LiveKit Cloud only. */
  'not-supported',
  'refused',
  /** An earlier target showed that the server cannot be reached or does not accept the key. */
  'not-tried',
] as const;
export type TargetStatus = (typeof targetStatuses)[number];
/** Whether the target is now as it was asked to be. */
export const isDone = ({ status }: { status: TargetStatus }): boolean => status === 'done' || status === 'already';

/** What became of one target. `code`: the failure's, with its sentence; empty when done. `answer`: the server's own words, redacted. */
export const targetResult = z.object({
  room: z.string(),
  identity: z.string(),
  trackSid: z.string(),
  status: z.enum(targetStatuses),
  code: z.string(),
  answer: z.string(),
});
export type TargetResult = z.output<typeof targetResult>;
