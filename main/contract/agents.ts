import { z } from 'zod';
import { problem } from './field';
import { guard } from './guard';
import { roomName } from './participants';

/** Epochs in ms; null: the server gave none. */
const time = z.number().nullable();

/**
 * One task of a dispatch, as the server's list has it. livekit-server 1.13 writes `status` when a worker takes the job and never again:
 * `running` stays although the worker has reported success or failure, or is gone. `present` tells whether its agent is in the room.
 */
export const agentJob = z.object({
  id: z.string(),
  type: z.enum(['room', 'publisher', 'participant']),
  status: z.enum(['pending', 'running', 'success', 'failed']),
  error: z.string(),
  /** Whom the job is about; empty for a job of the whole room. */
  about: z.string(),
  /** The agent's own identity. */
  identity: z.string(),
  present: z.boolean(),
  workerId: z.string(),
  startedAt: time,
  updatedAt: time,
  endedAt: time,
});
export type AgentJob = z.output<typeof agentJob>;

/** `agentName` empty: the server's own dispatch, made with every room that names no agents, for workers without a name. */
export const agentDispatch = z.object({
  id: z.string(),
  agentName: z.string(),
  metadata: z.string(),
  createdAt: time,
  jobs: z.array(agentJob),
});
export type AgentDispatch = z.output<typeof agentDispatch>;

/** A participant of kind AGENT. `agentName`: of its worker, as the server notes it in `lk.agent_name`. */
export const roomAgent = z.object({ identity: z.string(), name: z.string(), sid: z.string(), agentName: z.string(), joinedAt: time });
export type RoomAgent = z.output<typeof roomAgent>;

export const dispatchesRequest = z.strictObject({ profileId: z.uuid(), room: roomName });
/** `takenAt`: epoch in ms at which the server answered. */
export const dispatchList = z.object({
  exists: z.boolean(),
  takenAt: z.number(),
  dispatches: z.array(agentDispatch),
  agents: z.array(roomAgent),
});

/** The server takes an empty room and an empty name too: the one makes a room without a name, the other a second nameless dispatch. */
export const newDispatch = z.strictObject({
  profileId: z.uuid(),
  room: roomName,
  agentName: z.string().trim().min(1, problem('required')).max(256, problem('too-long')),
  metadata: z.string().max(524_288, problem('too-long')).default(''),
  ...guard,
});
/** `roomCreated`: there was no such room before. */
export const createdDispatch = z.object({ dispatch: agentDispatch, roomCreated: z.boolean(), auditNo: z.int() });

/** Ends its jobs, and the server removes their agents from the room. Dangerous. */
export const dispatchDeletion = z.strictObject({ profileId: z.uuid(), room: roomName, id: z.string().min(1), ...guard });
/** `already`: it was gone. */
export const deletedDispatch = z.object({ outcome: z.enum(['deleted', 'already']), auditNo: z.int() });
