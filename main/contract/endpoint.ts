import { z } from 'zod';
import { problem } from './field';

/** Whose name goes into the token: the one that is asked for, that one behind a prefix, or always the same. */
export const identityRules = ['as-given', 'prefixed', 'fixed'] as const;

/** As browsers send it: scheme, host and port, nothing behind. */
const origin = z
  .string()
  .trim()
  .max(300, problem('too-long'))
  .refine((text) => /^https?:/.test(text) && URL.parse(text)?.origin === text, problem('not-an-address'));

const rules = {
  name: z.string().trim().min(1, problem('required')).max(60, problem('too-long')),
  presetId: z.string().min(1, problem('required')).max(100).default('guest'),
  /** Names, or patterns in which `*` stands for any text. None: any room. */
  rooms: z
    .array(z.string().trim().min(1, problem('required')).max(256, problem('too-long')))
    .max(50, problem('too-long'))
    .default([]),
  identityRule: z.enum(identityRules).default('as-given'),
  /** The prefix, or the fixed identity. */
  identity: z.string().trim().max(128, problem('too-long')).default(''),
  /** The preset's and the server's own limits hold beside it: the shortest wins. */
  longestLifetimeSeconds: z
    .int(problem('not-a-lifetime'))
    .min(60, problem('lifetime-too-short'))
    .max(3_600, problem('out-of-range'))
    .default(3_600),
  perMinute: z.int(problem('not-a-number')).min(1, problem('out-of-range')).max(1_000_000, problem('out-of-range')).default(60),
  /** Web pages that may ask by themselves. None: only programs. */
  origins: z.array(origin).max(20, problem('too-long')).default([]),
};

/** What the settings file holds of a client. `keyHash`: SHA-256 of its key, in hex; the key itself is nowhere. */
export const storedClient = z.strictObject({
  id: z.uuid(),
  ...rules,
  keyHash: z.string().regex(/^[0-9a-f]{64}$/),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type StoredClient = z.output<typeof storedClient>;

export const endpointClient = storedClient.omit({ keyHash: true });
export type EndpointClient = z.output<typeof endpointClient>;
/** Without an id: a new one, whose key is answered once. */
export const endpointClientChange = z
  .strictObject({ id: z.uuid().nullable().default(null), ...rules })
  .refine(({ identityRule, identity }) => identityRule === 'as-given' || identity !== '', {
    path: ['identity'],
    message: problem('required'),
  });

export const savedClient = z.object({ client: endpointClient, key: z.string().nullable() });
export const endpointClientId = z.strictObject({ id: z.uuid() });

const address = z.union([z.ipv4(), z.ipv6()], problem('not-an-address'));
const port = z.int(problem('not-a-number')).min(1_024, problem('out-of-range')).max(65_535, problem('out-of-range')).nullable();

/** `port` null: a free one, another at each start. `profileId` null: the server that is open. */
export const endpointSettings = z.strictObject({
  address: address.default('127.0.0.1'),
  port: port.default(null),
  profileId: z.uuid().nullable().default(null),
});
export type EndpointSettings = z.output<typeof endpointSettings>;
/** `exposed`: it was said that other computers will reach it, where `address` is not this machine's own loopback. */
export const endpointStart = z.strictObject({ address, port, profileId: z.uuid().nullable(), exposed: z.boolean().default(false) });

export const isLoopbackAddress = (text: string): boolean => /^127(\.\d+){3}$/.test(text) || text === '::1';

export const endpointStatus = z.object({
  state: z.enum(['off', 'starting', 'running', 'stopping']),
  settings: endpointSettings,
  /** `url` is the whole one, with its path. */
  running: z
    .object({ url: z.string(), openApi: z.string(), address: z.string(), startedAt: z.iso.datetime(), profileId: z.uuid() })
    .nullable(),
  clients: z.array(endpointClient),
  /** Of this machine, beside the loopback. */
  addresses: z.array(z.string()),
});
export type EndpointStatus = z.output<typeof endpointStatus>;

/** Why it was not 200 or 201. */
export const endpointRefusals = [
  'bad-host',
  'bad-origin',
  'no-path',
  'bad-method',
  'no-key',
  'unknown-key',
  'rate',
  'busy',
  'not-json-type',
  'too-large',
  'not-json',
  'bad-field',
  'room-not-allowed',
  'identity-not-allowed',
  'room-config-not-allowed',
  'preset-not-allowed',
  'unavailable',
] as const;
export type EndpointRefusalCode = (typeof endpointRefusals)[number];

/** One request and its answer. `fingerprint` empty: no token was given. */
export const endpointAnswer = z.object({
  no: z.int(),
  at: z.iso.datetime(),
  /** Empty: nobody known. */
  client: z.string(),
  identity: z.string(),
  room: z.string(),
  status: z.int(),
  code: z.enum(endpointRefusals).nullable(),
  /** The field at fault, or what stands in the way. */
  detail: z.string(),
  retryAfter: z.int().nullable(),
  fingerprint: z.string(),
});
export type EndpointAnswer = z.output<typeof endpointAnswer>;
/** The last ones, the newest first; how many there were since the console started; when each client (by id) asked last. */
export const endpointAnswers = z.object({
  answers: z.array(endpointAnswer),
  issued: z.int(),
  refused: z.int(),
  used: z.record(z.string(), z.iso.datetime()),
});
export type EndpointAnswers = z.output<typeof endpointAnswers>;

export const backendFrameworks = ['express', 'fastapi', 'go'] as const;
/** Code of a backend of one's own that takes both requests by the rules of one client: its key and LiveKit's come from the environment. */
export const endpointSnippets = z.record(z.enum(backendFrameworks), z.string());
