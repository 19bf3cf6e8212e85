import { z } from 'zod';
import { problem } from './field';
import { guard } from './guard';

/** Every kind that livekit-server 1.13 sends. Others that come are kept all the same. */
export const webhookEvents = [
  'room_started',
  'room_finished',
  'participant_joined',
  'participant_left',
  'participant_connection_aborted',
  'track_published',
  'track_unpublished',
  'egress_started',
  'egress_updated',
  'egress_ended',
  'ingress_started',
  'ingress_ended',
  'agent_job_started',
  'agent_job_ended',
] as const;

/** Why a delivery was refused, in the order in which it is checked. */
export const rejections = [
  'too-large',
  'wrong-type',
  /** `X-LiveKit-Signature`, which older guides name and no LiveKit server sends, in place of `Authorization`. */
  'signature-header',
  'missing-header',
  'bearer-prefix',
  'not-a-token',
  /** No profile has the API key that the token names. */
  'unknown-key',
  'no-secret',
  'keychain',
  /** The console failed at it. */
  'failed',
  'wrong-secret',
  'not-yet-valid',
  'expired',
  /** A LiveKit token, but of another use: it names no hash of a body. */
  'no-hash',
  're-encoded',
  'body-changed',
  'not-json',
  /** An event that had been taken before, at a time when no server still tries it again. */
  'replayed',
] as const;
export type Rejection = (typeof rejections)[number];

/** How it stands with passing an event on. `lost`: the console ended first; `dropped`: too many were waiting; `ended`: it was switched off. */
const forwarded = z.enum(['waiting', 'done', 'failed', 'dropped', 'lost', 'ended']);
/** What another receiver answered; `status` null: nothing, and `answer` says why, as a system code. */
export const webhookAnswer = z.object({ url: z.string(), status: z.int().nullable(), ms: z.number(), answer: z.string() });
export type WebhookAnswer = z.output<typeof webhookAnswer>;

export const delivery = z.object({
  no: z.int(),
  at: z.iso.datetime(),
  event: z.string(),
  eventId: z.string(),
  room: z.string(),
  /** Whom or what it is about: an identity, an egress, an ingress, a job or a track. */
  about: z.string(),
  /** Of the server that signed it; null: nobody we know. */
  profile: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: z.enum(rejections).nullable(),
  /** How often it came. */
  tries: z.int(),
  forwarded: forwarded.nullable(),
});
export type Delivery = z.output<typeof delivery>;

/** All that is kept of a delivery. No signature is, nor what a body holds of passwords and keys. */
export const deliveryRecord = delivery.extend({
  from: z.string(),
  apiKey: z.string(),
  bytes: z.int(),
  /** The words of the check that failed. */
  check: z.string(),
  /** For the sentence of the reason. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  answered: z.object({ status: z.int(), ms: z.number() }),
  /** When the sender signed it, by the sender's clock. */
  signedAt: z.iso.datetime().nullable(),
  hash: z.enum(['matches', 'differs']).nullable(),
  /** JSON; or the beginning of a body that is none. */
  body: z.string(),
  forward: webhookAnswer.nullable(),
});
export type DeliveryRecord = z.output<typeof deliveryRecord>;
/** `replay`: with which signature it can be sent again; `none`: it was not verified, and what was not is never signed by us. */
export const deliveryDetails = deliveryRecord.extend({ replay: z.enum(['original', 'new', 'none']) });
export type DeliveryDetails = z.output<typeof deliveryDetails>;

export const deliveryViews = ['all', 'rooms', 'people', 'rejected'] as const;
const filter = {
  /** In event, room, whom it is about, server, key, sender and id; every word must be there. */
  text: z.string().trim().max(256).default(''),
  view: z.enum(deliveryViews).default('all'),
};
/** A page from the newest down. `before`: the `no` of the last row there is. */
export const deliveriesRequest = z.strictObject({
  ...filter,
  before: z.int().nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
});
export const deliveriesPage = z.object({
  deliveries: z.array(delivery),
  total: z.int(),
  next: z.int().nullable(),
  counts: z.record(z.enum(deliveryViews), z.int()),
});
export const deliveriesExport = z.strictObject({ ...filter, format: z.enum(['csv', 'json']) });
export const deliveryNo = z.strictObject({ no: z.int() });

// --- Sending ---

const isWeb = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
const isBare = (text: string) => !/^[a-z]+:\/\/[^/]*@/i.test(text);
const target = z
  .string()
  .trim()
  .max(2_000, problem('too-long'))
  .refine((text) => text === '' || isWeb(text), problem('not-an-address'))
  .refine(isBare, problem('address-credentials'));
/** `outside`: the operator was told that it leaves this computer. Without it: `outside-loopback`. */
const sent = { url: target.min(1, problem('required')), outside: z.boolean().default(false), ...guard };
function isObjectOrEmpty(text: string): boolean {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
/** An invented event, signed with the profile's secret. Answers what the other side did; nothing is tried again. */
export const testRequest = z.strictObject({
  profileId: z.uuid(),
  /** Of another name, too: a server of another version. */
  event: z
    .string()
    .trim()
    .min(1, problem('required'))
    .max(100, problem('too-long'))
    .regex(/^[\w.-]*$/, problem('not-allowed')),
  /** A JSON object whose fields stand beside those that are invented, or in their place. */
  body: z.string().trim().max(500_000, problem('too-long')).refine(isObjectOrEmpty, problem('not-json')).default(''),
  room: z.string().trim().min(1, problem('required')).max(256, problem('too-long')),
  ...sent,
});
/** Body and signature as they came, for as long as the signature holds; after that signed anew, without what is not kept. */
export const replayRequest = z.strictObject({ no: z.int(), ...sent });
export const replayAnswer = webhookAnswer.extend({ signature: z.enum(['original', 'new']) });
/** Where each verified event is passed on to, body and signature unchanged; an empty `url` ends it. */
export const forwardRequest = z.strictObject({ url: target, outside: z.boolean().default(false) });

// --- The receiver ---

/** Where it listens. Port 0: a free one, which is then remembered. */
export const receiverPlace = z.strictObject({
  address: z.union([z.ipv4(problem('not-an-address')), z.ipv6(problem('not-an-address'))]),
  port: z.int(problem('not-a-number')).min(0, problem('out-of-range')).max(65_535, problem('out-of-range')),
  path: z
    .string()
    .trim()
    .max(200, problem('too-long'))
    .regex(/^\/[\w./~-]*$/, problem('not-allowed'))
    // Programs resolve dots before they send.
    .refine((text) => !/(^|\/)\.{1,2}(\/|$)/.test(text), problem('not-allowed')),
});
export type ReceiverPlace = z.output<typeof receiverPlace>;
/** `outside`: the operator was told that other computers can reach this address. Without it: `outside-loopback`. */
export const receiverStart = receiverPlace.extend({ outside: z.boolean().default(false) });

export const webhookStatus = z.object({
  /** `waiting`: it is on, but its port or address is taken or gone; it tries again. */
  state: z.enum(['off', 'on', 'waiting']),
  place: receiverPlace,
  /** Empty until a port is known. */
  url: z.string(),
  since: z.iso.datetime().nullable(),
  /** This computer's own addresses, the loopback first. */
  addresses: z.array(z.string()),
  /** `waiting`: how many are still to be passed on. */
  forward: z.object({ url: z.string(), waiting: z.int() }),
  /** False: what comes is shown, and lost when the console ends. */
  kept: z.boolean(),
});
export type WebhookStatus = z.output<typeof webhookStatus>;
/** What has come since the last of these events. */
export const deliveriesChanged = z.object({ total: z.int() });
