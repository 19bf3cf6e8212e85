/** Requests that every token endpoint answers alike: ours, and the backends whose code the console hands out. */
type TokenRequest = {
  headers?: Record<string, string>;
  body: unknown;
  status: number;
  /** The field at fault, as the request spells it. */
  field?: string;
  /** Of a token: for whom and which room. */
  sub?: string;
  room?: string;
  /** Headers that the answer has. */
  has?: string[];
};

const anna = { user_id: 'anna', room: 'clinic-7' };

/** For a client that may ask for these rooms, whose users are called web-…, for 15 minutes. */
export const wardRules = {
  presetId: 'publisher',
  rooms: ['clinic-*', 'lobby', 'a*b*c', 'q"\\`$(1)#{2}%s*'],
  identityRule: 'prefixed' as const,
  identity: 'web-',
  longestLifetimeSeconds: 900,
  perMinute: 10_000,
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
  text: { headers: { 'content-type': 'text/plain' }, body: anna, status: 415 },
  'text that looks like JSON': { headers: { 'content-type': 'application/jsonp' }, body: anna, status: 415 },
};

/** For a client whose user is always the same. */
export const kioskRules = { identityRule: 'fixed' as const, identity: 'kiosk-1', longestLifetimeSeconds: 60, perMinute: 10_000 };
export const kioskRequests: Record<string, TokenRequest> = {
  'its own user': { body: { user_id: 'kiosk-1', room: 'anything' }, status: 200, sub: 'kiosk-1', room: 'anything' },
  'another user': { body: { user_id: 'kiosk-2', room: 'anything' }, status: 403, field: 'user_id' },
};
