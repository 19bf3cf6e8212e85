import { z } from '@hono/zod-openapi';
import { restartPolicies } from '../contract/room-config';
import { EndpointRefusal } from './refusals';

// The server's limit is 256 bytes; what is longer in bytes than in letters is found by the rules of the token desk.
const named = z.string().min(1).max(256);
const optional = z.string().max(256).optional();
const seconds = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)
  .optional();

/** The token guide's request. Both spellings of the user are its own. */
const guideRequest = z.strictObject({ user_id: named, room: named }).openapi('GuideRequest');
const guideRequestCamel = z.strictObject({ userId: named, room: named }).openapi('GuideRequestCamelCase');

const long = z.string().max(16_384);
const texts = z.record(z.string(), long).optional();
const agent = z.strictObject({
  agent_name: optional,
  metadata: long.optional(),
  restart_policy: z.enum(restartPolicies).optional(),
  deployment: optional,
  attributes: texts,
});
/** LiveKit's RoomConfiguration, without what makes the server spend money or store media (egress), and what names a preset of the server (name). */
const roomConfig = z.strictObject({
  empty_timeout: seconds,
  departure_timeout: seconds,
  max_participants: seconds,
  min_playout_delay: seconds,
  max_playout_delay: seconds,
  sync_streams: z.boolean().optional(),
  metadata: long.optional(),
  agents: z.array(agent).max(10).optional(),
  tags: texts,
});
/** LiveKit's own (livekit_token_source.proto), as TokenSource.endpoint sends it. */
const standardRequest = z
  .strictObject({
    room_name: optional,
    participant_name: optional,
    participant_identity: optional,
    participant_metadata: long.optional(),
    participant_attributes: texts,
    room_config: roomConfig.optional(),
  })
  .openapi('StandardRequest', {
    description: 'All may be left out: `{}` asks for a new user of a new room, or of the one room the client has.',
  });

export const tokenRequestBody = z.union([guideRequest, guideRequestCamel, standardRequest]);
export const guideResponse = z.strictObject({ token: z.string(), url: z.string() }).openapi('GuideResponse');
export const standardResponse = z.strictObject({ server_url: z.string(), participant_token: z.string() }).openapi('StandardResponse');
export const refusalResponse = z.strictObject({ error: z.string(), message: z.string(), field: z.string().optional() }).openapi('Refusal');

type Standard = z.output<typeof standardRequest>;
/** What is asked for, whichever way; empty where nothing was said. `fields`: how the request spells them. */
export type Asked = {
  standard: boolean;
  identity: string;
  room: string;
  name: string;
  metadata: string;
  attributes: Record<string, string>;
  roomConfig: Standard['room_config'] | null;
  fields: { identity: string; room: string };
};

function parse<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  throw new EndpointRefusal('bad-field', { field: path.join('.').slice(0, 100) });
}

const guided = (user: 'user_id' | 'userId', identity: string, room: string): Asked => ({
  standard: false,
  identity,
  room,
  name: '',
  metadata: '',
  attributes: {},
  roomConfig: null,
  fields: { identity: user, room: 'room' },
});

/**
 * Reads either request; a body that is neither is held against the guide's. An empty one is LiveKit's: `TokenSource.endpoint` sends it
 * where nothing is asked for. Throws `bad-field`.
 */
export function readAsked(json: unknown): Asked {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new EndpointRefusal('bad-field', { detail: 'not an object' });
  if (Object.hasOwn(json, 'userId')) {
    const { userId, room } = parse(guideRequestCamel, json);
    return guided('userId', userId, room);
  }
  const keys = Object.keys(json);
  if (keys.length > 0 && !keys.some((key) => Object.hasOwn(standardRequest.shape, key))) {
    const { user_id, room } = parse(guideRequest, json);
    return guided('user_id', user_id, room);
  }
  const asked = parse(standardRequest, json);
  return {
    standard: true,
    identity: asked.participant_identity ?? '',
    room: asked.room_name ?? '',
    name: asked.participant_name ?? '',
    metadata: asked.participant_metadata ?? '',
    attributes: asked.participant_attributes ?? {},
    roomConfig: asked.room_config ?? null,
    fields: { identity: 'participant_identity', room: 'room_name' },
  };
}
