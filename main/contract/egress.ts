import { z } from 'zod';
import { egressMethods } from './egress-forms';
import { egressTimer, stopAfter } from './egress-timer';
import { formValues } from './form';
import { guard } from './guard';

export const egressStates = ['starting', 'active', 'ending', 'complete', 'failed', 'aborted', 'limit'] as const;
/** Its worker is at it: it can be stopped. */
export const isRunning = ({ state }: { state: (typeof egressStates)[number] }): boolean =>
  state === 'starting' || state === 'active' || state === 'ending';

/** One file, playlist, row of images or address. `where`: path or address, its stream key masked. Sizes in bytes, 0: not told. */
const egressOutput = z.object({
  kind: z.enum(['file', 'segments', 'images', 'stream', 'websocket']),
  where: z.string(),
  size: z.number(),
  ms: z.number(),
  error: z.string(),
});
export type EgressOutput = z.output<typeof egressOutput>;

export const egress = z.object({
  id: z.string(),
  room: z.string(),
  /** `other`: a request of a kind that this console does not know. */
  what: z.enum(['room', 'web', 'participant', 'track', 'trackComposite', 'other']),
  /** Whose, which track, which page; empty for a whole room. */
  of: z.string(),
  layout: z.string(),
  state: z.enum(egressStates),
  /** Epoch in ms; 0: not yet. */
  startedAt: z.number(),
  endedAt: z.number(),
  updatedAt: z.number(),
  outputs: z.array(egressOutput),
  /** The worker's own words. */
  error: z.string(),
  errorCode: z.int(),
  details: z.string(),
  /** How the form begins that asks for the same once more, without secrets and addresses; null: of a kind that it has no form for. */
  again: z.object({ method: z.enum(egressMethods), values: formValues }).nullable(),
});
export type Egress = z.output<typeof egress>;

/** Everything the server still remembers: what has ended stays for 24 h. `active`: only what runs. Throws `no-redis`. */
export const egressRequest = z.strictObject({ profileId: z.uuid(), active: z.boolean().default(false) });
export const egressList = z.object({ egresses: z.array(egress.extend({ timer: egressTimer.nullable() })), takenAt: z.number() });
export type ListedEgress = z.output<typeof egressList>['egresses'][number];

/**
 * Where no worker answers the server gives up after 21 to 24 s (`no-worker`), we after 30 s (`timeout`, unless it is found to run: `late`).
 * After a `timeout` and a `cancelled` it may have started all the same: the list says. Throws `invalid-input` with issues by path, `room-absent`, `keychain-*`.
 */
export const egressStart = z.strictObject({
  profileId: z.uuid(),
  method: z.enum(egressMethods),
  values: formValues,
  /** Chosen by the caller, for `egress.cancelStart`. */
  startId: z.uuid(),
  /** Null: it is not stopped by the console. A stop is dangerous: the policy may ask for a reason here. */
  stopAfterSeconds: stopAfter.nullable().default(null),
  ...guard,
});
export const egressStartId = z.strictObject({ profileId: z.uuid(), startId: z.uuid() });

/** Of one that runs. Throws `no-worker`, `not-found`, `invalid-input` with issues by path. */
export const egressUpdate = z.strictObject({ profileId: z.uuid(), egressId: z.string().min(1), values: formValues, ...guard });

/** Ends it; what was written until then is kept. Dangerous: it cannot be taken up again. */
export const egressStop = z.strictObject({ profileId: z.uuid(), egressId: z.string().min(1), ...guard });
export const egressChanged = z.object({ egress, auditNo: z.int() });
/** `stopsAt`: epoch in ms; null: never, also where the time could not be kept. */
export const egressStarted = egressChanged.extend({ late: z.boolean(), stopsAt: z.number().nullable() });
