import fc from 'fast-check';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { verifyDelivery } from '../../../../main/webhooks/verify';
import { arrives, harbor, keyringOf, sign } from './signed';

const keyring = keyringOf(harbor);
const event = '{"event":"room_started", "room":{"sid":"RM_1", "name":"clinic"}, "id":"EV_1", "createdAt":"1795531318"}';
const verdictOf = async (body: string, headers: Record<string, string>, keys = keyring) => verifyDelivery(arrives(body, headers), keys);

afterEach(() => vi.useRealTimers());

test('what a server signed is verified, and belongs to the profile with its key', async () => {
  const verdict = await verdictOf(event, { authorization: await sign(event) });
  expect(verdict).toMatchObject({ reason: null, profile: { id: 'harbor', name: 'Harbor' }, hash: 'matches' });
});

test('of two profiles with one key it belongs to the one whose secret signed it', async () => {
  const other = { ...harbor, id: 'other', name: 'Other', apiSecret: 'another secret of more than thirty-two letters' };
  const keys = keyringOf(harbor, other);
  expect(await verdictOf(event, { authorization: await sign(event, other) }, keys)).toMatchObject({
    reason: null,
    profile: { id: 'other' },
  });
});

const hour = 3_600_000;
const noon = Date.parse('2026-11-24T12:00:00Z');
const at = (ms: number) => vi.useFakeTimers({ now: noon + ms, toFake: ['Date'] });
const refused: [reason: string, headers: () => Promise<Record<string, string>> | Record<string, string>, body?: string][] = [
  ['wrong-type', async () => ({ authorization: await sign(event), 'content-type': 'application/json' })],
  ['missing-header', () => ({})],
  ['signature-header', async () => ({ 'x-livekit-signature': await sign(event) })],
  ['bearer-prefix', async () => ({ authorization: `Bearer ${await sign(event)}` })],
  ['not-a-token', () => ({ authorization: 'sha256=abcdef' })],
  ['unknown-key', async () => ({ authorization: await sign(event, { ...harbor, apiKey: 'APIother' }) })],
  ['wrong-secret', async () => ({ authorization: await sign(event, { ...harbor, apiSecret: 'not the secret of this server, by far' }) })],
  ['body-changed', async () => ({ authorization: await sign(event) }), event.replace('clinic', 'ward')],
  ['re-encoded', async () => ({ authorization: await sign(event) }), JSON.stringify(JSON.parse(event))],
  ['re-encoded', async () => ({ authorization: await sign(event) }), JSON.stringify(JSON.parse(event), null, 2)],
  ['re-encoded', async () => ({ authorization: await sign(event) }), `${event}\n`],
  ['no-hash', async () => ({ authorization: await new AccessToken(harbor.apiKey, harbor.apiSecret, { ttl: 60 }).toJwt() })],
];
for (const [reason, headers, body = event] of refused) {
  test(`refused: ${reason}${body === event ? '' : ` (${body.length} bytes)`}`, async () => {
    expect((await verdictOf(body, await headers())).reason).toBe(reason);
  });
}

test('refused: a signature that is over, or not yet there, by more than LiveKit’s minute; and by how much', async () => {
  at(0);
  const authorization = await sign(event);
  at(hour);
  expect(await verdictOf(event, { authorization })).toMatchObject({
    reason: 'expired',
    profile: { name: 'Harbor' },
    values: { seconds: 3_300 },
  });
  at(-hour);
  expect(await verdictOf(event, { authorization })).toMatchObject({ reason: 'not-yet-valid', values: { seconds: 3_600 } });
});

test('clocks may be 50 seconds apart, either way', async () => {
  at(50_000);
  const early = await sign(event);
  at(0);
  expect((await verdictOf(event, { authorization: early })).reason).toBeNull();
  const late = await sign(event, harbor, 1);
  at(51_000);
  expect((await verdictOf(event, { authorization: late })).reason).toBeNull();
});

test('a secret that is not there is said to be missing, not wrong', async () => {
  const authorization = await sign(event);
  expect(await verdictOf(event, { authorization }, keyringOf({ ...harbor, apiSecret: null }))).toMatchObject({
    reason: 'no-secret',
    profile: { name: 'Harbor' },
  });
});

test('any body that was signed is verified, and no other body is with its signature', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), async (bytes, place, change) => {
      const body = Buffer.from(bytes);
      const authorization = await sign(body);
      expect((await verifyDelivery(arrives(body, { authorization }), keyring)).reason).toBeNull();
      const at = place % body.length;
      const other = Buffer.from(body);
      other[at] = (other[at] ?? 0) ^ change;
      expect((await verifyDelivery(arrives(other, { authorization }), keyring)).reason).toMatch(/^(body-changed|re-encoded)$/);
    }),
  );
});

test('no change to a signature, and no header whatever, is taken for one', async () => {
  const authorization = await sign(event);
  const last = authorization.length - 1; // its last character holds bits that are not read
  const changed = fc
    .tuple(fc.nat(last - 1), fc.constantFrom(...'ABCxyz019-_.'))
    .filter(([at, character]) => authorization[at] !== character)
    .map(([at, character]) => authorization.slice(0, at) + character + authorization.slice(at + 1));
  const header = fc.string({ unit: fc.constantFrom(...'eyJ.abc{}":0129-_= \\u') });
  const parts = fc
    .array(
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
      { maxLength: 4 },
    )
    .map((list) => list.join('.'));
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, header, parts), async (text) => {
      expect((await verdictOf(event, { authorization: text })).reason).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});
