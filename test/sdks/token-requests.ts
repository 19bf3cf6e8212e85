/** Requests that every token endpoint answers alike: ours, and the backends whose code the console hands out. */
type TokenRequest = {
  headers?: Record<string, string>;
  /** A text or bytes go as they are. */
  body: unknown;
  status: number;
  /** The field at fault, as the request spells it. */
  field?: string;
  /** Of a token: for whom and which room. */
  sub?: string | RegExp;
  room?: string | RegExp;
  /** Of a token: what else it says. */
  says?: { name?: string; metadata?: string; attributes?: Record<string, string>; roomConfig?: object };
  /** Headers that the answer has. */
  has?: string[];
};

const anna = { user_id: 'anna', room: 'clinic-7' };
/** LiveKit's request. */
const ada = { participant_identity: 'ada', room_name: 'lobby' };
const given = { status: 201, sub: 'web-ada', room: 'lobby' };
const config = (room_config: unknown) => ({ ...ada, room_config });
const generated = (beginning: string) => new RegExp(`^${beginning}-[0-9a-f]{12}$`);

/** For a client that may ask for these rooms, whose users are called web-…, for 15 minutes. */
export const wardRules = {
  presetId: 'publisher',
  rooms: ['clinic-*', 'lobby', 'a*b*c', 'q"\\`$(1)#{2}%s*'],
  identityRule: 'prefixed' as const,
  identity: 'web-',
  longestLifetimeSeconds: 900,
  perMinute: 10_000,
  origins: ['https://app.example'],
};
export const wardRequests: Record<string, TokenRequest> = {
  'a user of a room of a pattern': { body: anna, status: 200, sub: 'web-anna', room: 'clinic-7' },
  'the other spelling': { body: { userId: 'ben', room: 'lobby' }, status: 200, sub: 'web-ben', room: 'lobby' },
  'names with all that letters can be': {
    body: { user_id: 'Ж "ü\\\n$(x)😀', room: 'clinic-räume/𝒳' },
    status: 200,
    sub: 'web-Ж "ü\\\n$(x)😀',
    room: 'clinic-räume/𝒳',
  },
  'a pattern with two stars': { body: { ...anna, room: 'a-b-b-c' }, status: 200, sub: 'web-anna', room: 'a-b-b-c' },
  'a pattern that could be code': {
    body: { ...anna, room: 'q"\\`$(1)#{2}%s-1' },
    status: 200,
    sub: 'web-anna',
    room: 'q"\\`$(1)#{2}%s-1',
  },
  'a charset that is said': {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: anna,
    status: 200,
    sub: 'web-anna',
    room: 'clinic-7',
  },
  'a scheme in small letters': { headers: { authorization: 'bearer {key}' }, body: anna, status: 200, sub: 'web-anna', room: 'clinic-7' },
  'no key': { headers: { authorization: '' }, body: anna, status: 401, has: ['www-authenticate'] },
  'another key': { headers: { authorization: 'Bearer {key}x' }, body: anna, status: 401, has: ['www-authenticate'] },
  'the key without its scheme': { headers: { authorization: '{key}' }, body: anna, status: 401 },
  'another key and no JSON: the key is looked at first': { headers: { authorization: 'Bearer x' }, body: '{', status: 401 },
  'a room in other letters': { body: { ...anna, room: 'Clinic-7' }, status: 403, field: 'room' },
  'a room that only begins like one': { body: { ...anna, room: 'lobby-2' }, status: 403, field: 'room' },
  'a room with the parts of a pattern in another order': { body: { ...anna, room: 'a-c-b' }, status: 403, field: 'room' },
  'no user': { body: { room: 'lobby' }, status: 400, field: 'user_id' },
  'an empty user': { body: { user_id: '', room: 'lobby' }, status: 400, field: 'user_id' },
  'no room': { body: { userId: 'anna' }, status: 400, field: 'room' },
  'a number for a name': { body: { userId: 7, room: 'lobby' }, status: 400, field: 'userId' },
  'both spellings': { body: { user_id: 'a', userId: 'a', room: 'lobby' }, status: 400, field: 'user_id' },
  'a field too many': { body: { ...anna, admin: true }, status: 400, field: 'admin' },
  'an identity of more than 256 bytes': { body: { ...anna, user_id: 'ж'.repeat(129) }, status: 400, field: 'user_id' },
  'an identity that its prefix makes too long': { body: { ...anna, user_id: 'x'.repeat(254) }, status: 400, field: 'user_id' },
  'a room of more than 256 bytes': { body: { ...anna, room: `clinic-${'ж'.repeat(126)}` }, status: 400, field: 'room' },
  'a list': { body: [anna], status: 400 },
  'half a document': { body: '{"user_id":', status: 400 },
  'more than 64 KiB': { body: { ...anna, pad: 'x'.repeat(70_000) }, status: 413 },
  'JSON with blanks around it': { body: ` \n${JSON.stringify(anna)} \n`, status: 200, sub: 'web-anna', room: 'clinic-7' },
  'a second document behind the first': { body: `${JSON.stringify(anna)}{}`, status: 400 },
  'a bracket too many': { body: `${JSON.stringify(anna)}}`, status: 400 },
  'bytes that are no UTF-8': { body: Buffer.from('{"user_id":"\xff","room":"lobby"}', 'latin1'), status: 400 },
  'UTF-16': { body: Buffer.from(JSON.stringify(anna), 'utf16le'), status: 400 },
  'nothing at all': { body: '', status: 400 },
  text: { headers: { 'content-type': 'text/plain' }, body: anna, status: 415 },
  'another charset': { headers: { 'content-type': 'application/json; charset=latin1' }, body: anna, status: 415 },
  'a charset of two bytes': { headers: { 'content-type': 'application/json; charset=utf-16' }, body: anna, status: 415 },
  'text that looks like JSON': { headers: { 'content-type': 'application/jsonp' }, body: anna, status: 415 },
  'LiveKit’s request': { body: ada, ...given },
  'all of LiveKit’s request': {
    body: {
      ...ada,
      participant_name: 'Ada Ж',
      participant_metadata: '{"desk":7}',
      participant_attributes: { role: 'nurse', 'a.b': '' },
      room_config: {
        empty_timeout: 30,
        departure_timeout: 4_294_967_295,
        max_participants: 0,
        sync_streams: true,
        metadata: 'quiet',
        agents: [
          { agent_name: 'scribe', metadata: 'fast', restart_policy: 'JRP_NEVER', deployment: 'staging', attributes: { lang: 'de' } },
          {},
        ],
        tags: { ward: '7' },
      },
    },
    ...given,
    says: {
      name: 'Ada Ж',
      metadata: '{"desk":7}',
      attributes: { role: 'nurse', 'a.b': '' },
      roomConfig: {
        emptyTimeout: 30,
        departureTimeout: 4_294_967_295,
        syncStreams: true,
        metadata: 'quiet',
        agents: [
          { agentName: 'scribe', metadata: 'fast', restartPolicy: 'JRP_NEVER', deployment: 'staging', attributes: { lang: 'de' } },
          {},
        ],
        tags: { ward: '7' },
      },
    },
  },
  'LiveKit’s request without a user': { body: { room_name: 'lobby' }, ...given, sub: generated('web-user') },
  'LiveKit’s request with empty texts': { body: { ...ada, participant_name: '', room_config: {} }, ...given },
  'LiveKit’s request without a room, where there are several': { body: { participant_identity: 'ada' }, status: 400, field: 'room_name' },
  'an empty request, where there are several rooms': { body: {}, status: 400, field: 'room_name' },
  'a room of LiveKit’s request that is not allowed': { body: { ...ada, room_name: 'Lobby' }, status: 403, field: 'room_name' },
  'a user of LiveKit’s request that is too long': {
    body: { ...ada, participant_identity: 'ж'.repeat(129) },
    status: 400,
    field: 'participant_identity',
  },
  'both requests in one': { body: { ...ada, user_id: 'ada' }, status: 400, field: 'user_id' },
  'a name that is too long': { body: { ...ada, participant_name: 'x'.repeat(257) }, status: 400, field: 'participant_name' },
  'metadata that are too long': { body: { ...ada, participant_metadata: 'x'.repeat(16_385) }, status: 400, field: 'participant_metadata' },
  'an attribute that is too long': {
    body: { ...ada, participant_attributes: { seat: 'x'.repeat(16_385) } },
    status: 400,
    field: 'participant_attributes.seat',
  },
  'an attribute that is a number': {
    body: { ...ada, participant_attributes: { seat: 7 } },
    status: 400,
    field: 'participant_attributes.seat',
  },
  'no settings where some are named': { body: config(null), status: 400, field: 'room_config' },
  'a room that records itself': { body: config({ egress: {} }), status: 400, field: 'room_config.egress' },
  'a room of a preset of the server': { body: config({ name: 'p' }), status: 400, field: 'room_config.name' },
  'a time below zero': { body: config({ empty_timeout: -1 }), status: 400, field: 'room_config.empty_timeout' },
  'a time beyond 32 bits': { body: config({ departure_timeout: 2 ** 32 }), status: 400, field: 'room_config.departure_timeout' },
  'a policy that nobody knows': {
    body: config({ agents: [{ restart_policy: 'JRP_MAYBE' }] }),
    status: 400,
    field: 'room_config.agents.0.restart_policy',
  },
  'a part of a second': { body: config({ min_playout_delay: 0.5 }), status: 400, field: 'room_config.min_playout_delay' },
  'a yes in words': { body: config({ sync_streams: 'true' }), status: 400, field: 'room_config.sync_streams' },
  'eleven agents': { body: config({ agents: Array.from({ length: 11 }, () => ({})) }), status: 400, field: 'room_config.agents' },
  'an agent with a field too many': { body: config({ agents: [{}, { job: 1 }] }), status: 400, field: 'room_config.agents.1.job' },
};

/** For a client whose user is always the same. */
export const kioskRules = { identityRule: 'fixed' as const, identity: 'kiosk-1', longestLifetimeSeconds: 60, perMinute: 10_000 };
export const kioskRequests: Record<string, TokenRequest> = {
  'its own user': { body: { user_id: 'kiosk-1', room: 'anything' }, status: 200, sub: 'kiosk-1', room: 'anything' },
  'another user': { body: { user_id: 'kiosk-2', room: 'anything' }, status: 403, field: 'user_id' },
  'an empty request': { body: {}, status: 201, sub: 'kiosk-1', room: generated('room') },
  'its own user by LiveKit’s request': { body: { ...ada, participant_identity: 'kiosk-1' }, status: 201, sub: 'kiosk-1', room: 'lobby' },
  'another user by LiveKit’s request': { body: ada, status: 403, field: 'participant_identity' },
};

/** A preset that says itself what others may ask for. */
export const settledPreset = { metadata: 'of the preset', attributes: { ward: '"7"', role: 'guest' }, roomConfig: { maxParticipants: 2 } };
/** For a client of that preset with one room. */
export const settledRules = { rooms: ['lobby'], perMinute: 10_000 };
const settled = { metadata: 'of the preset', attributes: { ward: '"7"', role: 'guest' }, roomConfig: { maxParticipants: 2 } };
export const settledRequests: Record<string, TokenRequest> = {
  'an empty request, of one room': { body: {}, status: 201, sub: generated('user'), room: 'lobby', says: settled },
  'the guide’s request': { body: { user_id: 'ada', room: 'lobby' }, status: 200, sub: 'ada', room: 'lobby', says: settled },
  'metadata and attributes beside the preset’s': {
    body: { ...ada, participant_metadata: 'mine', participant_attributes: { role: 'chief', seat: '1' } },
    status: 201,
    sub: 'ada',
    room: 'lobby',
    says: { ...settled, attributes: { ...settled.attributes, seat: '1' } },
  },
  'settings of the room': { body: config({ max_participants: 50 }), status: 403, field: 'room_config' },
  'settings of the room that are wrong': { body: config({ max_participants: -1 }), status: 400, field: 'room_config.max_participants' },
};
