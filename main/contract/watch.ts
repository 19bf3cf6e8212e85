import { z } from 'zod';
import { problem } from './field';
import { guard } from './guard';
import { identity, roomName } from './participants';

/** `pattern`: `*` any text, `?` one character. */
const ban = z.strictObject({
  kind: z.literal('ban'),
  how: z.enum(['identity', 'prefix', 'pattern']),
  text: z.string().min(1, problem('required')).max(256, problem('too-long')),
});
/** Newcomers who are not on the roster are removed. */
const gate = z.strictObject({ kind: z.literal('gate'), roster: z.array(identity).max(10_000) });
export const watchRule = z.discriminatedUnion('kind', [ban, gate]);
export type WatchRule = z.output<typeof watchRule>;

/** Acts while the console runs and ends with it. Dangerous. Hidden agents, such as observers, are left alone by a gate. */
export const newWatch = z.strictObject({ profileId: z.uuid(), room: roomName, rule: watchRule, ...guard });

export const watch = z.object({
  id: z.uuid(),
  profileId: z.uuid(),
  room: z.string(),
  rule: watchRule,
  reason: z.string(),
  operator: z.string(),
  startedAt: z.iso.datetime(),
  lookedAt: z.iso.datetime().nullable(),
  removals: z.int(),
  /** The newest first, 20 at most. */
  recent: z.array(z.object({ identity: z.string(), at: z.iso.datetime(), status: z.string() })),
  /** The code of what keeps it from working; null: it works. */
  problem: z.string().nullable(),
});
export type Watch = z.output<typeof watch>;

export const watchId = z.strictObject({ id: z.uuid() });
/** What an observer saw first: the room is looked at now instead of at the next turn. */
export const watchLook = z.strictObject({ profileId: z.uuid(), room: roomName });
