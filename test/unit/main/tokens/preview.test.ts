import { describe, expect, test } from 'vitest';
import type { StoredProfile } from '../../../../main/contract/profiles';
import type { LintCode, TokenRequest } from '../../../../main/contract/tokens';
import { decodeClaims } from '../../../../main/tokens/grants';
import { signToken } from '../../../../main/tokens/issue';
import { previewToken } from '../../../../main/tokens/preview';
import { profile, request } from './requests';

const rules = (given: Partial<StoredProfile> = {}) => ({ profile: { ...profile, ...given }, preset: undefined });
const lintsOf = async (asked: Partial<TokenRequest>, given?: Partial<StoredProfile>) =>
  (await previewToken(request(asked), rules(given))).lints;
const find = async (code: LintCode, asked: Partial<TokenRequest>, given?: Partial<StoredProfile>) =>
  (await lintsOf(asked, given)).find((lint) => lint.code === code);

test('a plain join token has nothing to stop or to look at', async () => {
  const lints = await lintsOf({});
  expect(lints.map(({ tone, code }) => [tone, code])).toEqual([
    ['plain', 'join-page-token-host'],
    ['plain', 'join-page-live'],
  ]);
});

describe('red', () => {
  test.each<[LintCode, Partial<TokenRequest>, unknown]>([
    ['no-identity', { identity: '' }, { identity: expect.stringMatching(/^guest-[0-9a-f]{8}$/) }],
    ['identity-too-long', { identity: '好'.repeat(86) }, { identity: '好'.repeat(85) }],
    ['no-room', { room: '' }, null],
    ['room-too-long', { room: 'r'.repeat(257) }, { room: 'r'.repeat(256) }],
    ['admin-needs-room', { room: '', grants: { roomJoin: false, roomAdmin: true } }, null],
    ['does-nothing', { grants: { roomJoin: false, canSubscribe: false } }, { 'grants.roomJoin': true }],
    ['metadata-too-big', { metadata: 'm'.repeat(512 * 1024 + 1) }, null],
    ['attributes-too-big', { attributes: { role: 'a'.repeat(64 * 1024) } }, null],
    ['token-too-big', { metadata: 'm'.repeat(7_000) }, null],
  ])('%s', async (code, asked, cure) => {
    expect(await find(code, asked)).toEqual(expect.objectContaining({ tone: 'red', cure }));
  });

  test.each<Partial<TokenRequest>>([
    { identity: 'i'.repeat(256) },
    { room: '好'.repeat(85) },
    { name: 'n'.repeat(256) },
    { attributes: { role: 'a'.repeat(64 * 1024 - 4) } },
    { metadata: 'm'.repeat(512 * 1024) },
  ])('not at the limit itself', async (asked) => {
    const here = { serverUrl: 'ws://127.0.0.1:7880' };
    expect((await lintsOf(asked, here)).filter(({ tone }) => tone === 'red')).toEqual([]);
  });
});

describe('amber', () => {
  test.each<[LintCode, Partial<TokenRequest>, unknown]>([
    ['identity-odd', { identity: 'guest\u202eexample' }, { identity: 'guestexample' }],
    ['identity-odd', { identity: ' ada\n' }, { identity: 'ada' }],
    ['identity-odd', { identity: '\u200b' }, null],
    ['name-too-long', { name: 'n'.repeat(257) }, { name: 'n'.repeat(256) }],
    ['room-odd', { room: 'first\u200broom' }, { room: 'firstroom' }],
    ['hidden-not-agent', { grants: { hidden: true } }, { 'grants.agent': true }],
    ['kind-not-agent', { kind: 'agent' }, { 'grants.agent': true }],
    ['kind-of-service', { kind: 'egress' }, { kind: null }],
    ['publish-off-sources', { grants: { canPublishSources: ['camera'] } }, { 'grants.canPublishSources': [] }],
    ['destination-cloud-only', { grants: { roomAdmin: true, destinationRoom: 'next' } }, { 'grants.destinationRoom': '' }],
    ['no-join', { grants: { roomJoin: false, roomAdmin: true } }, { 'grants.roomJoin': true }],
    ['server-wide', { grants: { roomList: true }, ttlSeconds: 1_800 }, { ttlSeconds: 900 }],
    ['token-big', { metadata: 'm'.repeat(4_000) }, null],
  ])('%s: %j', async (code, asked, cure) => {
    expect(await find(code, asked)).toEqual(expect.objectContaining({ tone: 'amber', cure }));
  });

  test('names the odd character by its code point', async () => {
    expect((await find('identity-odd', { identity: 'a\u202eb' }))?.values).toEqual({ character: 'U+202E' });
  });

  test('an emoji of several people is one character, not an odd one', async () => {
    expect(await find('identity-odd', { identity: '👩‍👩‍👧 Zoë 好' })).toBeUndefined();
  });

  test('a big token is no danger to a server that nothing stands before, until the server itself refuses', async () => {
    const here = { serverUrl: 'ws://127.0.0.1:7880' };
    expect((await find('token-too-big', { metadata: 'm'.repeat(9_000) }, here))?.tone).toBe('amber');
    expect((await find('token-too-big', { metadata: 'm'.repeat(900_000) }, here))?.tone).toBe('red');
  });

  test('moving to another room is for the Cloud', async () => {
    const grants = { roomAdmin: true, destinationRoom: 'next' };
    expect(await find('destination-cloud-only', { grants }, { serverUrl: 'wss://harbor.livekit.cloud' })).toBeUndefined();
  });
});

describe('plain', () => {
  test.each<[LintCode, Partial<TokenRequest>]>([
    ['no-join', { grants: { roomJoin: false, canSubscribe: false, roomList: true } }],
    ['data-without-publish', { grants: { canPublishData: true } }],
    ['agent-visible', { grants: { agent: true } }],
    ['agent-worker', { grants: { agent: true, hidden: true } }],
    ['recorder-visible', { grants: { recorder: true, hidden: true } }],
    ['moderator-needs-app', { grants: { roomAdmin: true } }],
    ['room-preset-unknown', { roomPreset: 'small' }],
    ['lifetime-stays-connected', { ttlSeconds: 60 }],
    ['join-link-long', { metadata: 'm'.repeat(1_500) }],
  ])('%s', async (code, asked) => {
    expect((await find(code, asked))?.tone).toBe('plain');
  });
});

test('lists what stops first', async () => {
  const tones = (await lintsOf({ identity: '', metadata: 'm'.repeat(4_000), grants: { hidden: true } })).map(({ tone }) => tone);
  expect(tones).toEqual([...tones].sort((one, other) => ['red', 'amber', 'plain'].indexOf(one) - ['red', 'amber', 'plain'].indexOf(other)));
  expect(tones[0]).toBe('red');
});

test('shows the claims, size and end of the token that is then issued', async () => {
  const asked = request({ name: 'Ada', attributes: { role: 'host' }, grants: { canPublish: true, canPublishSources: ['camera'] } });
  const preview = await previewToken(asked, rules());
  const issued = await signToken(asked, { ...profile, apiSecret: 'another secret, as long as it takes' }, profile.joinPage);
  const times = { nbf: expect.any(Number), exp: expect.any(Number) };
  expect(issued.claims).toEqual({ ...preview.claims, ...times });
  expect(preview.bytes).toBe(issued.jwt.length);
  expect(Date.parse(preview.expiresAt) - Number(preview.claims.nbf) * 1000).toBe(1_800_000);
  expect(decodeClaims(issued.jwt)).toEqual(issued.claims);
});

test('previews a form that is still empty', async () => {
  const preview = await previewToken(request({ identity: '', room: '' }), rules());
  expect(preview.claims).not.toHaveProperty('sub');
});
