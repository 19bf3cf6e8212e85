import { z } from 'zod';
import { problem } from './field';
import { grants, participantKinds } from './grants';
import { roomConfig } from './room-config';
import { lint } from './token-lints';

const text = (longest: number) => z.string().max(longest, problem('too-long')).default('');
const attributes = z.record(z.string(), z.string()).default({});
/** A century at most: the date it ends at must be one that can be written. */
const ttlSeconds = z
  .int(problem('not-a-lifetime'))
  .min(1, problem('lifetime-too-short'))
  .max(100 * 31_557_600, problem('out-of-range'));

/** What a token is to say. Limits of the server (256 bytes of identity, 512 KiB of metadata) are lints, not errors of the form. */
export const tokenRequest = z.strictObject({
  profileId: z.uuid(),
  /** The preset whose ceiling holds; null: none chosen, the profile's policy alone holds. */
  presetId: z.string().nullable().default(null),
  identity: text(1_024),
  name: text(1_024),
  room: text(1_024),
  grants,
  kind: z.enum(participantKinds).nullable().default(null),
  metadata: z.string().max(1_000_000, problem('too-long')).default(''),
  attributes,
  roomPreset: text(256),
  roomConfig: roomConfig.nullable().default(null),
  ttlSeconds,
  /** Why a server-wide token is needed; asked for where one is. */
  reason: z.string().trim().max(500, problem('too-long')).default(''),
});
export type TokenRequest = z.input<typeof tokenRequest>;
export type TokenRequestOutput = z.output<typeof tokenRequest>;

/** The claims as they will be signed, without a signature; `bytes` is the length of the whole token. */
export const tokenPreview = z.object({
  claims: z.record(z.string(), z.unknown()),
  bytes: z.int(),
  expiresAt: z.iso.datetime(),
  lints: z.array(lint),
});
export type TokenPreview = z.output<typeof tokenPreview>;

export const joinLink = z.object({
  url: z.string(),
  /** The host that gets to see the token. */
  host: z.string(),
});

/** `fingerprint`: the first 16 hex digits of the token's SHA-256. */
export const issuedToken = z.object({
  jwt: z.string(),
  fingerprint: z.string().length(16),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  bytes: z.int(),
  claims: z.record(z.string(), z.unknown()),
  /** Null for a token that joins no room. */
  joinLink: joinLink.nullable(),
});
export type IssuedToken = z.output<typeof issuedToken>;

/** Never the token itself. */
export const issuedNotice = issuedToken
  .pick({ fingerprint: true, issuedAt: true, expiresAt: true })
  .extend({ profileId: z.uuid(), identity: z.string(), room: z.string() });

/** Only what the answer depends on, so that a change of another field asks the server nothing. */
export const situationRequest = z.strictObject({
  profileId: z.uuid(),
  room: text(1_024),
  identity: text(1_024),
  /** The server will not count this participant (`isDependent`). */
  uncounted: z.boolean().default(false),
  /** The token carries a room preset or room settings. */
  roomSettings: z.boolean().default(false),
});
/** How things stand on the server for this room and identity; `lints` are those that only the server's state can tell. */
export const situation = z.object({
  roomExists: z.boolean(),
  /** Without hidden observers, agents and recorders: those that `maxParticipants` counts. */
  participants: z.int(),
  /** Zero: no limit. */
  maxParticipants: z.int(),
  identityPresent: z.boolean(),
  lints: z.array(lint),
});
export type Situation = z.output<typeof situation>;

export const roomSuggestion = z.object({ name: z.string(), participants: z.int() });

/** A token, whoever signed it, and the profile's server that is asked about it. */
export const askRequest = z.strictObject({
  profileId: z.uuid(),
  jwt: z
    .string()
    .trim()
    .min(1, problem('required'))
    .max(2_000_000, problem('too-long'))
    .regex(/^[\x21-\x7e]+$/, problem('not-allowed')),
});
export const askReasons = [
  'admitted',
  'expired',
  'not-yet-valid',
  'no-expiry',
  'wrong-secret',
  'wrong-algorithm',
  'unknown-key',
  'not-a-token',
  'no-join',
  'no-grants',
  'no-identity',
  'identity-too-long',
  'no-room',
  'room-too-long',
  'room-absent',
  'claims-malformed',
  'token-too-big',
  'node-full',
  'wrong-path',
  'other',
] as const;
export const serverAnswer = z.object({
  admitted: z.boolean(),
  reason: z.enum(askReasons),
  status: z.int(),
  /** The server's own words, every token in them redacted. */
  answer: z.string(),
  roundTripMs: z.number(),
});

/** Rights over the server's API, each with a call that changes nothing. */
export const apiRights = ['roomAdmin', 'roomList', 'roomCreate', 'roomRecord', 'ingressAdmin', 'sipAdmin'] as const;
export type ApiRight = (typeof apiRights)[number];
/** `unclear`: the server gave no answer that tells. `answer`: its own words, every token in them redacted. */
export const rightTry = z.object({ right: z.enum(apiRights), outcome: z.enum(['allowed', 'refused', 'unclear']), answer: z.string() });
export type RightTry = z.output<typeof rightTry>;

export const snippetLanguages = ['node', 'python', 'go', 'ruby', 'java', 'lk', 'curl'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];
/** Code that makes the same token; key and secret come from LIVEKIT_API_KEY and LIVEKIT_API_SECRET. */
export const snippets = z.record(z.enum(snippetLanguages), z.string());

// --- Presets ---

const presetBody = {
  name: z.string().trim().min(1, problem('required')).max(60, problem('too-long')),
  grants,
  kind: z.enum(participantKinds).nullable().default(null),
  metadata: z.string().default(''),
  attributes,
  roomPreset: text(256),
  roomConfig: roomConfig.nullable().default(null),
  ttlSeconds,
  /** The ceiling: while this preset is chosen, no longer lifetime and no further grant is issued. */
  longestLifetimeSeconds: ttlSeconds,
};
export const preset = z.strictObject({ id: z.string(), builtin: z.boolean(), ...presetBody });
export type Preset = z.output<typeof preset>;
/** Without an id: a new one. */
export const presetChange = z.strictObject({ id: z.uuid().nullable().default(null), ...presetBody });
export type PresetChange = z.input<typeof presetChange>;
/** What a file of exported presets holds. */
export const presetFile = z.strictObject({ roomkeeperPresets: z.literal(1), presets: z.array(z.strictObject(presetBody)).max(200) });
export const presetImport = z.strictObject({ text: z.string().min(1, problem('required')).max(500_000, problem('too-long')) });
