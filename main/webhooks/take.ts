import type { DeliveryRecord, Rejection } from '../contract/webhooks';
import type { Deliveries } from './deliveries';
import { type ReadEvent, readEvent } from './event';
import { mostBytes } from './receiver';
import { type Incoming, type Keyring, type Verdict, verifyDelivery } from './verify';

/**
 * A server tries an event again for half a minute at most (livekit-server 1.13.5: 5 times within 15 s, and it drops what is older than
 * 30 s). What comes later a second time is somebody else's copy.
 */
const triedAgainMs = 60_000;
/** Only a 5xx makes the server try again, which holds up its next events: so where that may help, and nowhere else. */
const statusOf: Partial<Record<Rejection, number>> = {
  'too-large': 413,
  'wrong-type': 415,
  keychain: 503,
  failed: 503,
  'not-json': 400,
  replayed: 409,
};
const longestUnverified = 8_000;
const empty: ReadEvent = { isEvent: false, event: '', eventId: '', room: '', about: '', body: '' };
const unverified: Verdict = { profile: null, reason: null, apiKey: '', check: '', values: {}, signedAt: null, hash: null };

type Arrived = Omit<Incoming, 'body'> & { body: Buffer | null };
/** `onRecorded`: of each new row. `onSeen`: of each row that came or changed. */
type Hooks = { onRecorded(record: DeliveryRecord, incoming: Incoming): void; onSeen(): void };

const recordOf = (
  { from, headers, body }: Arrived,
  { isEvent: _, ...read }: ReadEvent,
  verdict: Verdict,
  answered: DeliveryRecord['answered'],
): Omit<DeliveryRecord, 'no'> => ({
  ...read,
  ...verdict,
  body: verdict.reason ? read.body.slice(0, longestUnverified) : read.body,
  at: new Date().toISOString(),
  from,
  bytes: body?.length ?? Number(headers.get('content-length') ?? 0),
  tries: 1,
  answered,
  forwarded: null,
  forward: null,
});

/** Verifies a delivery, writes it down, and answers; whatever else is to be done comes after the answer. */
export function createTaking(deliveries: Deliveries, keyring: Keyring, hooks: Hooks) {
  /** An event that came before: tried again by the server, or sent again by somebody who has a copy. */
  function comesAgain(verdict: Verdict, { eventId }: ReadEvent): DeliveryRecord | undefined {
    return verdict.reason === null || verdict.reason === 'expired' ? deliveries.ofEvent(eventId, verdict.apiKey) : undefined;
  }
  function judged(verdict: Verdict, read: ReadEvent): Verdict {
    if (verdict.reason === null && !read.isEvent) return { ...verdict, reason: 'not-json', check: 'the body is not a JSON object' };
    const before = comesAgain(verdict, read);
    if (!before || Date.now() - Date.parse(before.at) < triedAgainMs) return verdict;
    return {
      ...verdict,
      reason: 'replayed',
      check: verdict.check || 'this event has come before',
      values: { no: before.no, at: before.at },
    };
  }

  const verdictOf = async (incoming: Arrived, read: ReadEvent): Promise<Verdict> => {
    const { body } = incoming;
    if (body) return judged(await verifyDelivery({ ...incoming, body }, keyring), read);
    return { ...unverified, reason: 'too-large', check: `larger than ${mostBytes} bytes`, values: { bytes: mostBytes } };
  };

  return async function take(incoming: Arrived): Promise<{ status: number; text: string }> {
    const begun = performance.now();
    const { body } = incoming;
    const read = body ? readEvent(body) : empty;
    const verdict = await verdictOf(incoming, read);
    const status = verdict.reason ? (statusOf[verdict.reason] ?? 401) : 200;
    const before = verdict.reason === null ? comesAgain(verdict, read) : undefined;
    if (before) {
      deliveries.change(before.no, { tries: before.tries + 1 });
      hooks.onSeen();
      return { status, text: 'had it already' };
    }
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const record = deliveries.add(recordOf(incoming, read, verdict, { status, ms }));
    if (body) hooks.onRecorded(record, { ...incoming, body });
    hooks.onSeen();
    return { status, text: verdict.reason ?? 'ok' };
  };
}
