import { z } from 'zod';
import { problem } from './field';

/** Grants that reach every room of a server, or its services. A profile's policy names those that may be issued. */
export const serverWideGrants = [
  'roomCreate',
  'roomList',
  'roomRecord',
  'ingressAdmin',
  'sipAdmin',
  'sipCall',
  'inference',
  'observability',
] as const;
export const serverWideGrant = z.enum(serverWideGrants);
export type ServerWideGrant = z.output<typeof serverWideGrant>;

/** As they stand in a token. */
export const trackSources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'] as const;
export const participantKinds = ['standard', 'ingress', 'egress', 'sip', 'agent', 'connector', 'bridge'] as const;

/** Whom livekit-server does not count, and for whom it keeps no room open: `IsDependent` in pkg/rtc/participant.go of 1.13.5. */
export const isDependent = (
  { agent, recorder }: { agent?: boolean | undefined; recorder?: boolean | undefined },
  kind: string | null | undefined,
): boolean => /^(agent|egress)$/i.test(kind ?? '') || agent === true || recorder === true;

const flag = z.boolean().default(false);

/**
 * Every grant of livekit-server-sdk 2.19, flat: the video grant's fields by their own names, and the SIP, inference and
 * observability grants as one switch each. `canPublish` and `canSubscribe` are always written out, since LiveKit reads their
 * absence as true. `canPublishSources` empty: all sources.
 */
export const grants = z.strictObject({
  roomJoin: flag,
  canPublish: flag,
  canSubscribe: flag,
  canPublishData: flag,
  canPublishSources: z.array(z.enum(trackSources)).default([]),
  canUpdateOwnMetadata: flag,
  roomAdmin: flag,
  hidden: flag,
  agent: flag,
  recorder: flag,
  canSubscribeMetrics: flag,
  canManageAgentSession: flag,
  destinationRoom: z.string().trim().max(256, problem('too-long')).default(''),
  roomCreate: flag,
  roomList: flag,
  roomRecord: flag,
  ingressAdmin: flag,
  sipAdmin: flag,
  sipCall: flag,
  inference: flag,
  observability: flag,
});
export type Grants = z.output<typeof grants>;
export type GrantsInput = z.input<typeof grants>;
