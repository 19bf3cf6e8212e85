/** Both requests as zod reads them, made into one. Needs Refusal. */
export const expressRequests = `// The token guide's request, in both spellings.
const name = z.string().min(1).max(256);
const guide = z.strictObject({ user_id: name, room: name });
const guideCamelCase = z.strictObject({ userId: name, room: name });
// LiveKit's standard request, as TokenSource.endpoint of livekit-client sends it.
const short = z.string().max(256).optional();
const long = z.string().max(16_384);
const seconds = z.int().min(0).max(2 ** 32 - 1).optional();
const texts = z.record(z.string(), long).optional();
const agent = z.strictObject({
  agent_name: short,
  metadata: long.optional(),
  restart_policy: z.enum(['JRP_ON_FAILURE', 'JRP_NEVER']).optional(),
  deployment: short,
  attributes: texts,
});
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
const standard = z.strictObject({
  room_name: short,
  participant_name: short,
  participant_identity: short,
  participant_metadata: long.optional(),
  participant_attributes: texts,
  room_config: roomConfig.optional(),
});

function parse(schema, body) {
  const { data, error } = schema.safeParse(body);
  if (data) return data;
  const [{ path, keys = [] }] = error.issues;
  throw new Refusal('bad-field', { field: [...path, ...keys.slice(0, 1)].join('.') });
}

/** Either request as one; \`fields\` is how it spells them. An empty one is LiveKit's, of which nothing is needed. */
function read(bytes) {
  let body;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('not-json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('bad-field');
  const keys = Object.keys(body);
  if (Object.hasOwn(body, 'userId')) {
    const { userId, room } = parse(guideCamelCase, body);
    return { identity: userId, room, fields: { identity: 'userId', room: 'room' } };
  }
  if (keys.length > 0 && !keys.some((key) => Object.hasOwn(standard.shape, key))) {
    const { user_id, room } = parse(guide, body);
    return { identity: user_id, room, fields: { identity: 'user_id', room: 'room' } };
  }
  const asked = parse(standard, body);
  return {
    isStandard: true,
    identity: asked.participant_identity,
    room: asked.room_name,
    name: asked.participant_name,
    metadata: asked.participant_metadata,
    attributes: asked.participant_attributes,
    roomConfig: asked.room_config,
    fields: { identity: 'participant_identity', room: 'room_name' },
  };
}`;
