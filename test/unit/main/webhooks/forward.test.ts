import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDeliveries } from '../../../../main/webhooks/deliveries';
import { createForwarding } from '../../../../main/webhooks/forward';
import { startWebhookTarget } from '../../../setup/webhook-target';
import { came } from './record';

const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-forward-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('verified events are passed on in order, and no more wait than there is room for', async () => {
  const target = await startWebhookTarget({ status: 204, text: '' });
  const deliveries = openDeliveries(path.join(directory, 'webhooks.jsonl'));
  const forwarding = createForwarding(
    deliveries,
    () => target.url,
    () => {},
    { count: 5, bytes: 1_000 },
  );
  forwarding.add(deliveries.add(came({ reason: 'unknown-key' })), { body: Buffer.from('foreign'), authorization: 'x' });
  for (let count = 0; count < 8; count += 1) {
    forwarding.add(deliveries.add(came({ eventId: `EV_${count}` })), { body: Buffer.from(String(count)), authorization: 'x' });
  }
  await expect.poll(() => deliveries.all().filter(({ forwarded }) => forwarded === 'done').length).toBe(5);
  expect(target.got.map(({ body }) => body)).toEqual(Array.from({ length: 5 }, (_, count) => String(count)));
  expect(deliveries.all().filter(({ forwarded }) => forwarded === 'dropped')).toHaveLength(3);
  target.close();
});

test('forwarding that is stopped passes on nothing that still waits', async () => {
  const target = await startWebhookTarget({ status: 204, text: '' });
  const deliveries = openDeliveries(path.join(directory, 'stopped.jsonl'));
  let url = target.url;
  const forwarding = createForwarding(
    deliveries,
    () => url,
    () => {},
  );
  for (let count = 0; count < 3; count += 1) {
    forwarding.add(deliveries.add(came({ eventId: `EV_${count}` })), { body: Buffer.from(String(count)), authorization: 'x' });
  }
  url = '';
  forwarding.moved();
  expect(deliveries.all().map(({ forwarded }) => forwarded)).toEqual(['ended', 'ended', 'ended']);
  url = target.url;
  forwarding.add(deliveries.add(came({ eventId: 'EV_after' })), { body: Buffer.from('after'), authorization: 'x' });
  await expect.poll(() => target.got.map(({ body }) => body)).toEqual(['after']);
  target.close();
});
