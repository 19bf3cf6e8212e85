import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const video = z.object({
  room: text,
  destinationRoom: text,
  roomJoin: flag,
  roomAdmin: flag,
  canPublish: flag,
  canSubscribe: flag,
  canPublishData: flag,
  canPublishSources: z.array(z.string()).optional().catch(undefined),
  canUpdateOwnMetadata: flag,
  canSubscribeMetrics: flag,
  canManageAgentSession: flag,
  hidden: flag,
  agent: flag,
  recorder: flag,
});

/** The claims that lints look at. What has another type than the server's is left out here: it refuses those in its own words. */
const claims = z.object({
  sub: text,
  name: text,
  kind: text,
  metadata: text,
  attributes: z.record(z.string(), z.string()).optional().catch(undefined),
  video: video.optional().catch(undefined),
  roomPreset: text,
  roomConfig: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
export type ReadClaims = z.output<typeof claims>;

/** Of a token that anyone may have signed. */
export const readClaims = (decoded: Record<string, unknown>): ReadClaims => claims.parse(decoded);
