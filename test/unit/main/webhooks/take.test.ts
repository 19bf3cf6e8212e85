import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openDeliveries } from '../../../../main/webhooks/deliveries';
import { createForwarding } from '../../../../main/webhooks/forward';
import { createTaking } from '../../../../main/webhooks/take';
import type { Keyring } from '../../../../main/webhooks/verify';
import { arrives, harbor, keyringOf, sign } from './signed';

const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-take-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => void vi.useRealTimers());

const event = '{"event":"room_started","room":{"name":"clinic"},"id":"EV_1"}';
const quiet = { onRecorded: () => {}, onSeen: () => {} };
let files = 0;
const open = (keyring: Keyring, hooks = quiet) => {
  const deliveries = openDeliveries(path.join(directory, `${files++}.jsonl`));
  return { deliveries, take: createTaking(deliveries, keyring, hooks) };
};
const whose = (withSecret: Keyring['withSecret']): Keyring => ({ owners: () => [harbor], withSecret });

test('a keychain that asks a person holds the server up for seconds only: 503, so that it tries again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { deliveries, take } = open(whose(() => new Promise(() => {})));
  const taken = take(arrives(event, { authorization: await sign(event) }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await taken).toMatchObject({ status: 503, text: 'keychain' });
  expect(deliveries.all()).toMatchObject([{ reason: 'keychain', answered: { status: 503 } }]);
});

test('what fails here is no fault of the token: 503, not a 401 after which the server gives up', async () => {
  const { deliveries, take } = open(
    whose(() => {
      throw new TypeError('cannot read properties of undefined');
    }),
  );
  expect(await take(arrives(event, { authorization: await sign(event) }))).toMatchObject({ status: 503, text: 'failed' });
  expect(deliveries.all()).toMatchObject([{ reason: 'failed', check: 'internal' }]);
});

test('a body that was signed and is no event is refused as such', async () => {
  const { take } = open(keyringOf(harbor));
  expect(await take(arrives('[1]', { authorization: await sign('[1]') }))).toMatchObject({ status: 400, text: 'not-json' });
});

test('it is answered before a target that never answers, and waits for it afterwards', async () => {
  const target = createServer(() => {}).listen(0, '127.0.0.1');
  await once(target, 'listening');
  const address = target.address();
  const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/` : '';
  const deliveries = openDeliveries(path.join(directory, 'forwarded.jsonl'));
  const forwarding = createForwarding(
    deliveries,
    () => url,
    () => {},
  );
  const take = createTaking(deliveries, keyringOf(harbor), {
    onRecorded: (record, { body }) => forwarding.add(record, { body, authorization: 'x' }),
    onSeen: () => {},
  });
  expect(await take(arrives(event, { authorization: await sign(event) }))).toMatchObject({ status: 200 });
  expect(deliveries.all()).toMatchObject([{ reason: null, forwarded: 'waiting' }]);
  await once(target, 'request');
  expect(forwarding.waiting()).toBe(1);
  target.closeAllConnections();
  target.close();
  await expect.poll(() => deliveries.all()[0]?.forwarded).toBe('failed');
});

test('a time that no calendar has leaves a row that can be read', async () => {
  const { deliveries, take } = open(keyringOf(harbor));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const authorization = `${part({ alg: 'HS256' })}.${part({ iss: 'APIstranger', iat: 8e12 })}.x`;
  await take(arrives(event, { authorization }));
  expect(deliveries.all()).toMatchObject([{ reason: 'unknown-key', signedAt: null }]);
});
