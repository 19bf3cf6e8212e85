import { z } from 'zod';
import { problem } from './field';
import { serverWideGrant } from './grants';
import { joinPage, meetJoinPage } from './join-page';
import { serverUrl } from './server-url';

export const environments = ['development', 'staging', 'production'] as const;
/**
 * `read-only`: nothing is done here that changes the server, and no token is issued that could (server-wide grants, roomAdmin); tokens
 * that only join a room are. `confirm`: dangerous acts are asked about first. `free`: they are not.
 */
export const safetyLevels = ['read-only', 'confirm', 'free'] as const;
const environment = z.enum(environments);
const safety = z.enum(safetyLevels);
export type Environment = z.output<typeof environment>;

/** LiveKit's token guide: tokens of end users live an hour at most. */
export const defaultLongestLifetime = 60 * 60;
const longestLifetimeSeconds = z
  .int(problem('not-a-number'))
  .min(60, problem('lifetime-too-short'))
  .max(366 * 24 * 60 * 60, problem('out-of-range'));

/** What the hidden observer of a room may do: be there at all, subscribe to microphones for their levels, let the operator listen or look. */
const watching = z.strictObject({
  observe: z.boolean().default(true),
  levels: z.boolean().default(true),
  peek: z.boolean().default(true),
});

export const policy = z.strictObject({
  longestLifetimeSeconds: longestLifetimeSeconds.default(defaultLongestLifetime),
  /** Which server-wide grants may be issued at all; every other is refused. */
  serverWideGrants: z.array(serverWideGrant).default([]),
  /** A dangerous action, and a peek, needs a reason, which the audit log keeps. */
  reasonRequired: z.boolean().default(false),
  watching: watching.prefault({}),
});

const name = z.string().trim().max(80, problem('too-long'));
const apiKey = z.string().trim().min(1, problem('required')).max(256, problem('too-long'));
const apiSecret = z.string().min(1, problem('required')).max(512, problem('too-long'));
/** `session`: in the memory of main until the console ends, chosen by the user where there is no keychain. */
export const keep = z.enum(['keychain', 'session']);
export type Keep = z.output<typeof keep>;

/** What the settings file holds of a server. No secret: that is the keychain's. */
export const storedProfile = z.strictObject({
  id: z.uuid(),
  name: name.min(1),
  serverUrl: z.string(),
  apiKey,
  environment,
  safety,
  joinPage: z.string(),
  policy,
  /** When a secret was put into the keychain; null: never, or only for a session. */
  secretStoredAt: z.iso.datetime().nullable(),
});
export type StoredProfile = z.output<typeof storedProfile>;

/** What a server has said it is, at a join or by `livekit-server --version`: no call without a room tells it. */
export const seenVersion = z.strictObject({ version: z.string(), seenAt: z.iso.datetime() });
export const sawVersion = z.strictObject({ serverUrl, version: z.string().regex(/^[\w.+-]{1,64}$/, problem('not-allowed')) });

/** What the renderer knows of a server. */
export const profile = storedProfile.extend({
  secret: z.enum(['keychain', 'session', 'missing']),
  /** Plain ws to a host that is not this machine. */
  insecure: z.boolean(),
  seenVersion: seenVersion.nullable().default(null),
  /** An earlier secret is still in the keychain, which did not answer; it is deleted once it does. */
  formerSecretLeft: z.boolean().default(false),
});
export type Profile = z.output<typeof profile>;

/** An empty name becomes the host of the address. */
export const newProfile = z.strictObject({
  name: name.default(''),
  serverUrl,
  apiKey,
  apiSecret,
  environment: environment.default('development'),
  safety: safety.default('confirm'),
  joinPage: joinPage.default(meetJoinPage),
  policy: policy.prefault({}),
  keep: keep.default('keychain'),
});
export type NewProfile = z.input<typeof newProfile>;

/** All of a profile but its secret; the API key changes with its secret (`newSecret`). */
export const profileChange = z.strictObject({
  id: z.uuid(),
  name: name.min(1, problem('required')),
  serverUrl,
  environment,
  safety,
  joinPage,
  policy,
});
export type ProfileChange = z.input<typeof profileChange>;

/** Replaces the secret of a profile, or key and secret together (rotation). The old one stays until the new one is stored. */
export const newSecret = z.strictObject({ id: z.uuid(), apiKey, apiSecret, keep: keep.default('keychain') });

export const profileId = z.strictObject({ id: z.uuid() });
/** `leaveSecret`: for a keychain that does not answer; its entry, if there is one, stays behind until it does. */
export const profileDeletion = profileId.extend({ leaveSecret: z.boolean().default(false) });

// --- Probe ---

/**
 * A saved profile, or what stands in the form. `asked`: by a person; what is still being typed is asked no more than whether key and
 * secret are right, and nothing that does not look like LiveKit gets a token.
 */
export const probeRequest = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ serverUrl, apiKey, apiSecret, asked: z.boolean().default(false) }),
]);

export const probeVerdicts = [
  'ok',
  'unreachable',
  'timeout',
  'tls-failed',
  'not-livekit',
  'wrong-path',
  'wants-tls',
  'unknown-key',
  'wrong-project',
  'wrong-secret',
  'clock-skew',
  'secret-missing',
  'keychain',
  'server-refused',
] as const;
const apiState = z.enum(['answers', 'no-redis', 'denied', 'fails', 'unknown']);
export type ApiState = z.output<typeof apiState>;

/** What was found, in the order in which things can go wrong; a step that was not reached is null. */
export const probeReport = z.object({
  verdict: z.enum(probeVerdicts),
  checkedAt: z.iso.datetime(),
  address: z.string(),
  roundTripMs: z.number().nullable(),
  tls: z.object({ protocol: z.string(), validUntil: z.iso.datetime() }).nullable(),
  isLiveKit: z.boolean().nullable(),
  knowsKey: z.boolean().nullable(),
  secretRight: z.boolean().nullable(),
  /** Milliseconds this machine's clock is ahead of the server's; `Date` has a resolution of one second. */
  clockAheadMs: z.number().nullable(),
  version: seenVersion.nullable(),
  hosting: z.enum(['cloud', 'self-hosted']).nullable(),
  /** How many there are, counted only for a test that was asked for. */
  rooms: z.int().nullable(),
  apis: z.object({ rooms: apiState, egress: apiState, ingress: apiState, sip: apiState }).nullable(),
  /** Another saved profile that has this key: where the verdict is `wrong-project`. */
  otherProfile: z.string().nullable(),
  answer: z.object({ status: z.int(), text: z.string() }).nullable(),
});
export type ProbeReport = z.output<typeof probeReport>;

// --- Keychain ---

export const keychainStatus = z.object({
  state: z.enum(['ready', 'locked', 'dismissed', 'no-service', 'no-bus', 'no-library']),
  /** As people know it: GNOME Keyring, KWallet, macOS Keychain, Windows Credential Manager. */
  name: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
});
export type KeychainStatus = z.output<typeof keychainStatus>;

// --- Import and export ---

/** `lk-config`: the file that LiveKit's CLI keeps; main reads it and its secrets never leave main. `text`: pasted .env, YAML, or lines. */
export const importSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lk-config') }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1, problem('required')).max(100_000, problem('too-long')) }),
]);
export type ImportSource = z.input<typeof importSource>;

/** One project found. `ref` names it in `profiles.import`; a problem says why it cannot be imported as it is. */
export const importEntry = z.object({
  ref: z.string(),
  name: z.string(),
  serverUrl: z.string(),
  apiKey: z.string(),
  hasSecret: z.boolean(),
  insecure: z.boolean(),
  /** As this console's own export has it; such a server comes without its secret, which is typed afterwards. */
  environment: environment.nullable(),
  problem: z.enum(['no-address', 'bad-address', 'no-key', 'no-secret']).nullable(),
  /** The saved profile, or the earlier entry, that has the same address and key. */
  duplicateOf: z.string().nullable(),
});
export type ImportEntry = z.output<typeof importEntry>;
export const importPreview = z.object({
  /** Where the secrets lie in the clear, to be scrubbed afterwards; null for pasted text. */
  file: z.string().nullable(),
  entries: z.array(importEntry),
});
export type ImportPreview = z.output<typeof importPreview>;
export const importRequest = z.strictObject({
  source: importSource,
  refs: z.array(z.string()).min(1, problem('required')).max(200),
  environment: environment.default('development'),
  keep: keep.default('keychain'),
});
export const importResult = z.object({ imported: z.array(profile), failed: z.array(z.object({ name: z.string(), code: z.string() })) });
export type ImportResult = z.output<typeof importResult>;
export const exported = z.object({ filename: z.string(), text: z.string() });
