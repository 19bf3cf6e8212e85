import { z } from 'zod';
import { problem } from './field';

const seconds = z
  .int(problem('not-a-number'))
  .min(0, problem('out-of-range'))
  .max(2 ** 32 - 1, problem('out-of-range'));

const agent = {
  agentName: z.string().trim().max(256, problem('too-long')).default(''),
  metadata: z.string().default(''),
};

/** What a room is made with. Zero: the server's own default. */
export const newRoomConfig = z.strictObject({
  emptyTimeout: seconds.default(0),
  departureTimeout: seconds.default(0),
  maxParticipants: seconds.default(0),
  minPlayoutDelay: seconds.default(0),
  maxPlayoutDelay: seconds.default(0),
  syncStreams: z.boolean().default(false),
  metadata: z.string().default(''),
  agents: z.array(z.strictObject(agent)).default([]),
});

/** JobRestartPolicy, as JSON spells it. Only LiveKit Cloud heeds it. */
export const restartPolicies = ['JRP_ON_FAILURE', 'JRP_NEVER'] as const;
const agentDispatch = z.strictObject({
  ...agent,
  restartPolicy: z.enum(restartPolicies).default('JRP_ON_FAILURE'),
  /** Of LiveKit Cloud; empty: production. */
  deployment: z.string().trim().max(256, problem('too-long')).default(''),
  attributes: z.record(z.string(), z.string()).default({}),
});

/**
 * LiveKit's RoomConfiguration in a token, read by the server only when the join creates the room. Left out: `name`, which the server
 * reads in its own presets alone, and `egress`, whose storage credentials everyone could read who holds the token.
 */
export const roomConfig = newRoomConfig.extend({
  agents: z.array(agentDispatch).default([]),
  tags: z.record(z.string(), z.string()).default({}),
});
export type RoomConfig = z.output<typeof roomConfig>;
