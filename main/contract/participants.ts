import { z } from 'zod';
import { problem } from './field';
import { participantKinds, trackSources } from './grants';
import { guard, targetResult } from './guard';

export const roomName = z.string().min(1, problem('required')).max(256, problem('too-long'));
export const identity = z.string().min(1, problem('required')).max(256, problem('too-long'));
const inRoom = { profileId: z.uuid(), room: roomName };
const identities = z.array(identity).min(1, problem('required')).max(10_000, problem('too-long'));

// --- Who is in a room ---

/** LiveKit's ParticipantPermission, all of it: the server replaces the whole when one field is written. Sources empty: all. */
export const permission = z.strictObject({
  canSubscribe: z.boolean(),
  canPublish: z.boolean(),
  canPublishData: z.boolean(),
  canPublishSources: z.array(z.enum(trackSources)),
  canUpdateMetadata: z.boolean(),
  canSubscribeMetrics: z.boolean(),
  canManageAgentSession: z.boolean(),
  hidden: z.boolean(),
  recorder: z.boolean(),
  agent: z.boolean(),
});
export type Permission = z.output<typeof permission>;

export const track = z.object({
  sid: z.string(),
  name: z.string(),
  kind: z.enum(['audio', 'video', 'data']),
  source: z.enum([...trackSources, 'unknown']),
  muted: z.boolean(),
  /** MIME type as the server gives it (`audio/opus`, `audio/red`), or empty. */
  codec: z.string(),
  width: z.int(),
  height: z.int(),
  /** Bitrate in bit/s. */
  layers: z.array(z.object({ quality: z.enum(['low', 'medium', 'high', 'off']), width: z.int(), height: z.int(), bitrate: z.int() })),
  encrypted: z.boolean(),
});
export type Track = z.output<typeof track>;

/** `joinedAt`: epoch in ms. `region` is empty where the server knows none. `version` grows with each change the server makes. */
export const participant = z.object({
  identity: z.string(),
  name: z.string(),
  sid: z.string(),
  state: z.enum(['joining', 'joined', 'active', 'disconnected']),
  kind: z.enum(participantKinds),
  joinedAt: z.number(),
  metadata: z.string(),
  attributes: z.record(z.string(), z.string()),
  region: z.string(),
  version: z.int(),
  isPublisher: z.boolean(),
  permission,
  tracks: z.array(track),
  /** One of this console's, or another Roomkeeper's, hidden observers. */
  observer: z.boolean(),
});
export type Participant = z.output<typeof participant>;

/** `takenAt`: epoch in ms at which the server answered. A room that does not exist has no participants and `exists` false. */
export const participantList = z.object({ exists: z.boolean(), takenAt: z.number(), participants: z.array(participant) });
export const participantsRequest = z.strictObject(inRoom);

// --- Acting ---

const trackRef = z.strictObject({ identity, trackSid: z.string().min(1) });

/** What `participants.undo` takes back. */
export const undo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mute'), muted: z.boolean(), tracks: z.array(trackRef).min(1).max(10_000) }),
  z.strictObject({
    kind: z.literal('permission'),
    /** `now`: what the action left behind; where that is no longer so, nothing is written (`conflict`). */
    changes: z
      .array(z.strictObject({ identity, before: permission, now: permission }))
      .min(1)
      .max(10_000),
  }),
]);
export type Undo = z.output<typeof undo>;

/** What became of every target. `ok` counts `done` and `already`. `undo`: null where there is nothing to take back. */
export const actionReport = z.object({
  results: z.array(targetResult),
  ok: z.int(),
  failed: z.int(),
  undo: undo.nullable(),
  /** The entry in the audit log. */
  auditNo: z.int(),
});
export type ActionReport = z.output<typeof actionReport>;

export const muteRequest = z.strictObject({ ...inRoom, targets: z.array(trackRef).min(1).max(10_000), muted: z.boolean(), ...guard });
/** Mutes every unmuted track of the sources, but those of `except`. */
export const muteAllRequest = z.strictObject({
  ...inRoom,
  sources: z.array(z.enum(trackSources)).min(1).default(['microphone']),
  except: z.array(identity).max(10_000).default([]),
  ...guard,
});
/** Takes sources away: their tracks go at once, the person's app is not told. Dangerous. `participants.restore` gives them back. */
export const hardMuteRequest = z.strictObject({
  ...inRoom,
  identities,
  sources: z.array(z.enum(trackSources)).min(1).default(['microphone']),
  ...guard,
});
/** Replaces all permissions. `before`: as they were shown; other ones on the server by now: `conflict`. Dangerous. */
export const permissionRequest = z.strictObject({ ...inRoom, identity, before: permission, permission, ...guard });
export const undoRequest = z.strictObject({ ...inRoom, undo });

/** Keys left out stay. The server cannot clear a name or metadata: empty is refused (`cannot-clear`); an attribute '' deletes its key. */
export const participantUpdate = z.strictObject({
  ...inRoom,
  identity,
  name: z.string().min(1, problem('cannot-clear')).max(256, problem('too-long')).exactOptional(),
  metadata: z.string().min(1, problem('cannot-clear')).max(524_288, problem('too-long')).exactOptional(),
  attributes: z.record(z.string().min(1), z.string()).exactOptional(),
  ...guard,
});
export const subscriptionRequest = z.strictObject({
  ...inRoom,
  identity,
  trackSids: z.array(z.string().min(1)).min(1).max(1_000),
  subscribe: z.boolean(),
  ...guard,
});

/** No identities: everyone. */
export const dataRequest = z.strictObject({
  ...inRoom,
  identities: z.array(identity).max(10_000).default([]),
  topic: z.string().max(256, problem('too-long')).default(''),
  text: z.string().min(1, problem('required')).max(60_000, problem('too-long')),
  reliable: z.boolean().default(true),
  ...guard,
});
/** The server answers 200 also when nobody gets it, so main looks first. `absent`: addressed, but not in the room. */
export const dataReport = z.object({ reached: z.int(), absent: z.array(z.string()), auditNo: z.int() });

/** `timeoutMs`: of the answer; the server's longest wait is its own. The handler sees a random caller identity. */
export const rpcRequest = z.strictObject({
  ...inRoom,
  identity,
  method: z.string().min(1, problem('required')).max(64, problem('too-long')),
  payload: z.string().max(15_360, problem('too-long')).default(''),
  timeoutMs: z.int().min(1_000).max(30_000).default(10_000),
  ...guard,
});
/** `error`: what the app answered instead (`RpcError 1400: Method not supported at destination`). */
export const rpcReport = z.object({
  payload: z.string(),
  error: z.object({ code: z.int().nullable(), message: z.string() }).nullable(),
  ms: z.number(),
  auditNo: z.int(),
});

/** LiveKit Cloud only; a self-hosted server answers `not-supported`. Dangerous. */
export const moveRequest = z.strictObject({ ...inRoom, identity, destinationRoom: roomName, ...guard });

/** Dangerous. `everyone`: also those who have come since; `identities` then says whom the operator saw, for `typedCount`. */
export const removeRequest = z.strictObject({ ...inRoom, identities, everyone: z.boolean().default(false), ...guard });
