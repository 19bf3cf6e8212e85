import { z } from 'zod';
import type { Lint, LintCode } from '../../main/contract/token-lints';
import type { Decoded } from '../ui/decode-token';

/** The server reads a number in quotes as one. */
const numeric = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);
const known = z.object({
  iss: z.string().default('').catch(''),
  sub: z.string().default('').catch(''),
  jti: z.string().default('').catch(''),
  exp: numeric,
  nbf: numeric,
  video: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/** The names that LiveKit's server reads in `video`; it passes over every other without a word. */
const videoClaims = [
  'roomCreate',
  'roomList',
  'roomRecord',
  'roomAdmin',
  'roomJoin',
  'room',
  'destinationRoom',
  'canPublish',
  'canSubscribe',
  'canPublishData',
  'canPublishSources',
  'canUpdateOwnMetadata',
  'ingressAdmin',
  'hidden',
  'recorder',
  'agent',
  'canSubscribeMetrics',
  'canManageAgentSession',
  'kindDetails',
];

type CheckCode =
  | 'algorithm'
  | 'key'
  | 'otherKey'
  | 'noExpiry'
  | 'textExpiry'
  | 'milliseconds'
  | 'expired'
  | 'valid'
  | 'notYet'
  | 'noGrants'
  | 'noJoin'
  | 'noIdentity'
  | 'jtiIdentity'
  | 'identity'
  | 'roomName'
  | 'noRoom'
  | 'room'
  | 'unknownClaims'
  | 'big';
export type Check = { code: CheckCode; tone: 'red' | 'amber' | 'green'; claim?: string; values?: Record<string, string | number> };

/** What the server forgives on `exp` and `nbf`. */
const leewaySeconds = 60;
/** Later than the year 5000 in seconds: it was meant in milliseconds. */
const surelyMilliseconds = 1e11;

function times({ exp, nbf }: z.output<typeof known>, isText: boolean, now: number): Check[] {
  const ago = Math.round(now - (exp ?? 0));
  const early = Math.round((nbf ?? 0) - now);
  return [
    ...(exp === undefined ? [{ code: 'noExpiry', tone: 'amber' } as const] : []),
    ...(isText ? [{ code: 'textExpiry', tone: 'amber', claim: 'exp' } as const] : []),
    ...(exp !== undefined && exp > surelyMilliseconds ? [{ code: 'milliseconds', tone: 'amber', claim: 'exp' } as const] : []),
    ...(exp !== undefined && ago > leewaySeconds
      ? [{ code: 'expired', tone: 'red', claim: 'exp', values: { seconds: ago } } as const]
      : []),
    ...(exp !== undefined && exp <= surelyMilliseconds && ago <= leewaySeconds
      ? [{ code: 'valid', tone: 'green', values: { exp } } as const]
      : []),
    ...(early > leewaySeconds ? [{ code: 'notYet', tone: 'red', claim: 'nbf', values: { seconds: early } } as const] : []),
  ];
}

function grants({ sub, jti, video }: z.output<typeof known>): Check[] {
  if (!video) return [{ code: 'noGrants', tone: 'red' }];
  if (video.roomJoin !== true) return [{ code: 'noJoin', tone: 'amber', claim: 'roomJoin' }];
  const room = typeof video.room === 'string' ? video.room : '';
  const misnamed = Object.keys(video).find((name) => /^room_?name$/i.test(name));
  const unknown = Object.keys(video).filter((name) => !videoClaims.includes(name) && name !== misnamed);
  return [
    sub
      ? { code: 'identity', tone: 'green', values: { identity: sub } }
      : jti
        ? { code: 'jtiIdentity', tone: 'amber' }
        : { code: 'noIdentity', tone: 'red' },
    room
      ? { code: 'room', tone: 'green', values: { room } }
      : misnamed
        ? { code: 'roomName', tone: 'red', claim: misnamed, values: { name: misnamed } }
        : { code: 'noRoom', tone: 'red' },
    ...(unknown.length > 0
      ? [{ code: 'unknownClaims', tone: 'amber', claim: unknown[0] ?? '', values: { names: unknown.join(', ') } } as const]
      : []),
  ];
}

/** What can be told of a token without asking anyone: all but its signature, and whether the server still has the key. */
export function checkToken({ jwt, header, claims }: Decoded, apiKey: string, now: Date): Check[] {
  const read = known.parse(claims);
  return [
    ...(header.alg === 'HS256' ? [] : [{ code: 'algorithm', tone: 'red', values: { algorithm: String(header.alg) } } as const]),
    read.iss === apiKey ? { code: 'key', tone: 'green' } : { code: 'otherKey', tone: 'red', claim: 'iss', values: { key: read.iss } },
    ...times(read, typeof claims.exp === 'string', now.getTime() / 1000),
    ...grants(read),
    ...(jwt.length > 4096 ? [{ code: 'big', tone: 'amber', values: { bytes: jwt.length } } as const] : []),
  ];
}

/** Where in the claims a finding stands, to be marked there. */
const claimOf: Partial<Record<LintCode, string>> = {
  'identity-too-long': 'sub',
  'identity-odd': 'sub',
  'room-too-long': 'room',
  'room-odd': 'room',
  'name-long': 'name',
  'metadata-too-big': 'metadata',
  'attributes-too-big': 'attributes',
  'publish-off-sources': 'canPublishSources',
  'sources-unknown': 'canPublishSources',
  'hidden-not-agent': 'hidden',
  'hidden-sends': 'hidden',
  'kind-unknown': 'kind',
  'kind-of-service': 'kind',
  'destination-idle': 'destinationRoom',
  'room-config-unknown': 'roomConfig',
  'room-config-credentials': 'egress',
  'room-config-too-big': 'roomConfig',
};
type Mark = [claim: string, tone: Lint['tone'] | Check['tone']];

/** The claims that something is found of, with its colour. */
export const marksOf = (checks: Check[], lints: Lint[]): Record<string, Mark[1]> =>
  Object.fromEntries([
    ...lints.flatMap(({ code, tone }): Mark[] => (claimOf[code] && tone !== 'plain' ? [[claimOf[code], tone]] : [])),
    ...checks.flatMap(({ claim, tone }): Mark[] => (claim ? [[claim, tone]] : [])),
  ]);
