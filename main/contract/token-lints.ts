import { z } from 'zod';

/** Changes fields of the form to these values, by their paths. */
const cure = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null(), z.strictObject({})]));

/** Those that may come with a cure: the renderer has a name for it. */
export const curableLintCodes = [
  'no-identity',
  'identity-too-long',
  'identity-odd',
  'no-room',
  'room-too-long',
  'room-odd',
  'room-dropped',
  'does-nothing',
  'idle-without-join',
  'name-long',
  'metadata-too-big',
  'attributes-too-big',
  'room-config-too-big',
  'token-big',
  'token-too-big',
  'join-link-long',
  'publish-off-sources',
  'hidden-not-agent',
  'hidden-sends',
  'agent-visible',
  'agent-worker',
  'recorder-visible',
  'kind-of-service',
  'destination-idle',
  'cloud-only',
  'room-preset-unknown',
  'room-preset-and-settings',
  'server-wide',
  'grant-over-policy',
  'grant-over-preset',
  'lifetime-over-policy',
  'lifetime-over-preset',
  'read-only',
  'identity-in-room',
  'room-settings-live',
] as const;

const otherLintCodes = [
  'no-join',
  'data-without-publish',
  'hidden-listed',
  'moderator-needs-app',
  'admin-needs-room',
  'agent-nameless',
  'lifetime-stays-connected',
  'join-page-insecure',
  'join-page-local',
  'join-page-live',
  'join-page-token-host',
  // Only a token from elsewhere can say these.
  'sources-unknown',
  'kind-unknown',
  'room-config-unknown',
  'room-config-credentials',
  // Only the server's state can tell these.
  'room-full',
  'room-absent',
  'room-ghost',
  'clock-ahead',
  'clock-behind',
  'secret-short',
] as const;

export const lintCodes = [...curableLintCodes, ...otherLintCodes] as const;
export type LintCode = (typeof lintCodes)[number];

/** Something to know of a token: red is refused, amber deserves a look, plain informs. */
export const lint = z.object({
  code: z.enum(lintCodes),
  tone: z.enum(['red', 'amber', 'plain']),
  /** What the sentence names. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  cure: cure.nullable(),
});
export type Lint = z.output<typeof lint>;

type Details = { values?: Lint['values']; cure?: NonNullable<Lint['cure']> | undefined };
const finding =
  (tone: Lint['tone']) =>
  (code: LintCode, { values = {}, cure }: Details = {}): Lint => ({ code, tone, values, cure: cure ?? null });

/** The server, or a rule of this console, refuses the token. */
export const red = finding('red');
/** Works, but deserves a look. */
export const amber = finding('amber');
/** Informs. */
export const plain = finding('plain');
