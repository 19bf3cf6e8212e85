import type { DeliveryRecord } from '../contract/webhooks';
import type { Deliveries } from './deliveries';
import { post, type Signed } from './post';

const bounds = { count: 500, bytes: 16 * 1024 * 1024 };

/**
 * Passes events on one after another, in the order in which they came, to where they are to go when their turn comes, and writes down what
 * was answered. Nothing is tried again.
 */
export function createForwarding(deliveries: Deliveries, urlNow: () => string, onChange: () => void, limits = bounds) {
  const waiting: (Signed & { no: number })[] = [];
  let [bytes, isUnderWay, isClosed] = [0, false, false];

  async function work() {
    isUnderWay = true;
    for (let next = waiting.shift(); next && !isClosed; next = waiting.shift()) {
      bytes -= next.body.length;
      const forward = await post(urlNow(), next);
      const isDone = forward.status !== null && forward.status < 300;
      // What was under way when the console ended was sent: how it ended is known.
      deliveries.change(next.no, { forward, forwarded: isDone ? 'done' : 'failed' });
      onChange();
    }
    isUnderWay = false;
  }

  return {
    waiting: () => waiting.length + (isUnderWay ? 1 : 0),
    add({ no, reason }: DeliveryRecord, signed: Signed) {
      if (urlNow() === '' || reason !== null || isClosed) return;
      const isFull = waiting.length >= limits.count || bytes + signed.body.length > limits.bytes;
      deliveries.change(no, { forwarded: isFull ? 'dropped' : 'waiting' });
      if (isFull) return;
      waiting.push({ no, ...signed });
      bytes += signed.body.length;
      // After the answer to the server, which waits for it with the next events of that room.
      if (!isUnderWay) setImmediate(() => isUnderWay || void work());
    },
    /** Where they go has changed: to nowhere, and what still waits is let go at once. */
    moved() {
      if (urlNow() !== '') return;
      for (const { no } of waiting.splice(0)) deliveries.change(no, { forwarded: 'ended' });
      bytes = 0;
      onChange();
    },
    /** Those that still wait are found as `lost` at the next start. */
    close() {
      isClosed = true;
      waiting.length = 0;
    },
  };
}
