import { z } from 'zod';
import { problem } from './field';
import { guard, targetResult } from './guard';
import { identity, participant, roomName } from './participants';
import { newRoomConfig } from './room-config';

/** `createdAt`: epoch in ms. `participants` and `publishers` are the server's figures, 3 to 8 s late: `rooms.count` counts. */
export const room = z.object({
  name: z.string(),
  sid: z.string(),
  createdAt: z.number(),
  participants: z.int(),
  publishers: z.int(),
  maxParticipants: z.int(),
  emptyTimeout: z.int(),
  departureTimeout: z.int(),
  recording: z.boolean(),
  metadata: z.string(),
});
export type Room = z.output<typeof room>;
export const roomsRequest = z.strictObject({ profileId: z.uuid() });
export const roomList = z.object({ takenAt: z.number(), rooms: z.array(room) });

/** Rooms in view, by name. */
export const someRooms = z.strictObject({ profileId: z.uuid(), rooms: z.array(roomName).min(1).max(200) });
/** `participants`: as the server counts. `uncounted`: agents, recorders and hidden observers, which it leaves out. */
export const roomCount = z.object({
  room: z.string(),
  participants: z.int(),
  publishers: z.int(),
  uncounted: z.int(),
  /** The code of what went wrong; null: counted. */
  problem: z.string().nullable(),
});

/** `ghost`: the list shows it, but its node does not answer (3 s). */
export const roomHealth = z.object({ room: z.string(), state: z.enum(['alive', 'ghost', 'absent', 'unknown']) });
export type RoomHealth = z.output<typeof roomHealth>;

/** Zero: the server's own default. An empty name is refused here, since the server takes it. */
export const newRoom = z.strictObject({ profileId: z.uuid(), name: roomName, config: newRoomConfig.prefault({}), ...guard });
/** A live room comes back unchanged: then `created` is false and `differs` names what was asked for and is otherwise. */
export const createdRoom = z.object({
  room,
  created: z.boolean(),
  differs: z.array(z.object({ field: z.string(), asked: z.string(), live: z.string() })),
  auditNo: z.int(),
});

/** Dangerous. Closing more than one in a production profile needs `typedCount`. */
export const closeRequest = z.strictObject({ profileId: z.uuid(), rooms: z.array(roomName).min(1).max(10_000), ...guard });
export const closeReport = z.object({ results: z.array(targetResult), ok: z.int(), failed: z.int(), auditNo: z.int() });

export const roomChanged = z.object({ auditNo: z.int() });
/** Empty clears it. */
export const roomMetadataRequest = z.strictObject({
  profileId: z.uuid(),
  room: roomName,
  metadata: z.string().max(524_288, problem('too-long')),
  ...guard,
});

/** Creates over a ghost on a live node, then closes it: whoever has come back meanwhile is out, too. Dangerous. */
export const rescueRequest = z.strictObject({ profileId: z.uuid(), room: roomName, ...guard });
/** `alive`: its node answers, nothing was done. */
export const rescueReport = z.object({ outcome: z.enum(['rescued', 'alive', 'absent']), auditNo: z.int() });

/**
 * Whether a muted track can be unmuted from here (`room.enable_remote_unmute`). Asked without side effects: an unmute of a track that
 * is not there is answered otherwise where it is off. Null: nobody is in the room to ask about.
 */
export const remoteUnmute = z.object({ allowed: z.boolean().nullable() });

// --- Watching ---

export const observeRequest = z.strictObject({ profileId: z.uuid(), room: roomName });
/**
 * The one token that goes to the renderer by design: hidden and agent, no publishing, no data, 10 minutes.
 * Refused where the policy forbids to observe (`watching-off`), where the room is gone (`not-found`) and where its node is dead
 * (`dead-node`).
 */
export const observation = z.object({
  url: z.string(),
  token: z.string(),
  identity: z.string(),
  expiresAt: z.iso.datetime(),
  /** What the policy allows this observer: subscribing to the microphones on screen, listening or looking at one track. */
  levels: z.boolean(),
  peek: z.boolean(),
});
export type Observation = z.output<typeof observation>;

/** Asked before a peek begins: written down first; refused where the policy forbids it (`watching-off`) or wants a reason (`reason-required`). */
export const peekRequest = z.strictObject({
  profileId: z.uuid(),
  room: roomName,
  identity,
  trackSid: z.string().min(1),
  reason: guard.reason,
});
export const peek = z.object({ peekId: z.uuid(), seconds: z.int() });
/** A peek that is not ended is written down as ended after its longest time. */
export const peekEnd = z.strictObject({ peekId: z.uuid() });

// --- People ---

export const searchFields = ['identity', 'name', 'attribute'] as const;
/** `searchId`: chosen by the caller, names the search in `people.found` and `people.cancel`. */
export const peopleSearch = z.strictObject({
  profileId: z.uuid(),
  searchId: z.uuid(),
  text: z.string().trim().min(1, problem('required')).max(256, problem('too-long')),
  fields: z
    .array(z.enum(searchFields))
    .min(1)
    .default([...searchFields]),
});
export const personFound = z.object({
  room: z.string(),
  roomParticipants: z.int(),
  participant,
  /** Where the text was found; `key` names the attribute. */
  matches: z.array(z.object({ field: z.enum(searchFields), key: z.string() })).min(1),
  /** The room's node does not answer: this may be a ghost. */
  ghost: z.boolean(),
});
export type PersonFound = z.output<typeof personFound>;
/** Comes about 10 times a second while a search runs; `hits` are new ones. */
export const searchProgress = z.object({
  searchId: z.uuid(),
  rooms: z.int(),
  read: z.int(),
  found: z.int(),
  hits: z.array(personFound),
});
/** The end of a search. `capped`: it stopped at 2,000 hits. */
export const searchReport = z.object({
  rooms: z.int(),
  read: z.int(),
  found: z.int(),
  ms: z.number(),
  cancelled: z.boolean(),
  capped: z.boolean(),
  unanswered: z.array(z.object({ room: z.string(), code: z.string() })),
});
export const searchCancel = z.strictObject({ searchId: z.uuid() });
