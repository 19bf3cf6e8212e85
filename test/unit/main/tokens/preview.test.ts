import { describe, expect, test } from 'vitest';
import type { StoredProfile } from '../../../../main/contract/profiles';
import type { LintCode } from '../../../../main/contract/token-lints';
import type { TokenRequest } from '../../../../main/contract/tokens';
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
    ['no-room', { room: '' }, { room: expect.stringMatching(/^room-[0-9a-f]{8}$/) }],
    ['room-too-long', { room: 'r'.repeat(257) }, { room: 'r'.repeat(256) }],
    ['admin-needs-room', { room: '', grants: { roomJoin: false, roomAdmin: true } }, null],
    ['does-nothing', { grants: { roomJoin: false, canSubscribe: false } }, { 'grants.roomJoin': true }],
    ['metadata-too-big', { metadata: 'm'.repeat(512 * 1024 + 1) }, { metadata: '' }],
    ['attributes-too-big', { attributes: { role: 'a'.repeat(64 * 1024) } }, { attributes: {} }],
    ['token-too-big', { metadata: 'm'.repeat(7_000) }, { metadata: '' }],
    ['token-too-big', { attributes: { a: 'm'.repeat(7_000) } }, { attributes: {} }],
    ['token-too-big', { roomConfig: { metadata: 'm'.repeat(7_000) } }, { roomConfig: null }],
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
    ['room-odd', { room: 'first\u200broom' }, { room: 'firstroom' }],
    ['hidden-not-agent', { grants: { hidden: true } }, { 'grants.agent': true }],
    ['kind-of-service', { kind: 'egress' }, { kind: null }],
    ['publish-off-sources', { grants: { canPublishSources: ['camera'] } }, { 'grants.canPublishSources': [] }],
    ['cloud-only', { grants: { roomAdmin: true, destinationRoom: 'next' } }, { 'grants.destinationRoom': '' }],
    ['cloud-only', { grants: { inference: true, observability: true } }, { 'grants.inference': false, 'grants.observability': false }],
    ['destination-idle', { grants: { destinationRoom: 'next' } }, { 'grants.destinationRoom': '' }],
    ['destination-idle', { grants: { roomAdmin: true, destinationRoom: 'first-room' } }, { 'grants.destinationRoom': '' }],
    [
      'hidden-sends',
      { grants: { hidden: true, agent: true, canPublish: true } },
      { 'grants.canPublish': false, 'grants.canPublishData': false },
    ],
    [
      'hidden-sends',
      { grants: { hidden: true, agent: true, canPublishData: true } },
      { 'grants.canPublish': false, 'grants.canPublishData': false },
    ],
    ['room-dropped', { grants: { roomJoin: false, canSubscribe: false, roomList: true } }, { room: '' }],
    ['room-config-too-big', { roomConfig: { agents: [{ agentName: 'a', metadata: 'm'.repeat(512 * 1024 + 1) }] } }, { roomConfig: null }],
    ['idle-without-join', { grants: { roomJoin: false, roomAdmin: true } }, { 'grants.roomJoin': true }],
    ['server-wide', { grants: { roomList: true }, ttlSeconds: 1_800 }, { ttlSeconds: 900 }],
    ['token-big', { metadata: 'm'.repeat(4_000) }, { metadata: '' }],
  ])('%s: %j', async (code, asked, cure) => {
    expect(await find(code, asked)).toEqual(expect.objectContaining({ tone: 'amber', cure }));
  });

  test('names the odd character by its code point', async () => {
    expect((await find('identity-odd', { identity: 'a\u202eb' }))?.values).toEqual({ character: 'U+202E' });
  });

  test.each([
    ['behind an emoji', '😀\u202eadmin', 'U+202E', '😀admin'],
    ['behind a sign', 'Acme™\u200b', 'U+200B', 'Acme™'],
    ['a variation of nothing', 'ada\ufe0f', 'U+FE0F', 'ada'],
    ['a joiner behind an emoji', '😀\u200dx', 'U+200D', '😀x'],
    ['a filler', 'ada\u3164', 'U+3164', 'ada'],
    ['a grapheme joiner', 'a\u034fda', 'U+034F', 'ada'],
    ['a blank that does not break', 'ada\u00a0b', 'U+00A0', 'adab'],
    ['a wide blank', 'ada\u3000b', 'U+3000', 'adab'],
    ['a tag without a flag', 'ada\u{e0061}', 'U+E0061', 'ada'],
  ])('finds %s', async (_, identity, character, cleaned) => {
    expect(await find('identity-odd', { identity })).toMatchObject({ values: { character }, cure: { identity: cleaned } });
  });

  test.each(['❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴‍☠️', '👍🏽', '🇨🇳', 'a b'])('finds nothing odd in %s', async (identity) => {
    expect(await find('identity-odd', { identity })).toBeUndefined();
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
    expect(await find('cloud-only', { grants }, { serverUrl: 'wss://harbor.livekit.cloud' })).toBeUndefined();
  });
});

test.each<[Partial<TokenRequest>, string]>([
  [{ name: 'Ada' }, 'name'],
  [{ kind: 'sip' }, 'kind'],
  [{ metadata: '{}' }, 'metadata'],
  [{ attributes: { role: 'host' } }, 'attributes'],
  [{ roomPreset: 'small' }, 'roomPreset'],
  [{ roomConfig: { maxParticipants: 3 } }, 'roomConfig'],
  [{ grants: { canSubscribeMetrics: true } }, 'canSubscribeMetrics'],
  [{ grants: { canManageAgentSession: true } }, 'canManageAgentSession'],
  [{ grants: { hidden: true } }, 'hidden'],
])('names what does nothing without joining: %j', async (given, named) => {
  const grants = { roomJoin: false, canSubscribe: false, roomList: true, ...given.grants };
  expect((await find('idle-without-join', { ...given, grants }))?.values).toEqual({ grants: named });
  expect(await find('no-join', { ...given, grants })).toBeUndefined();
});

test.each<Partial<TokenRequest>>([
  { kind: 'agent', grants: { hidden: true } },
  { kind: 'egress', grants: { hidden: true } },
  { grants: { hidden: true, recorder: true } },
])('does not call hidden and counted whom the server does not count: %j', async (asked) => {
  expect(await find('hidden-not-agent', asked)).toBeUndefined();
});

test('has a cure for what is one change away, also where it only informs', async () => {
  expect((await find('agent-worker', { grants: { agent: true } }))?.cure).toEqual({ 'grants.agent': false });
  expect((await find('recorder-visible', { grants: { recorder: true } }))?.cure).toEqual({ 'grants.recorder': false });
  expect((await find('join-link-long', { attributes: { a: 'm'.repeat(1_500) } }))?.cure).toEqual({ attributes: {} });
});

test('takes only this machine for a server that nothing stands before', async () => {
  const elsewhere = { serverUrl: 'ws://127.evil.example' };
  expect((await find('token-too-big', { metadata: 'm'.repeat(9_000) }, elsewhere))?.tone).toBe('red');
});

describe('plain', () => {
  test.each<[LintCode, Partial<TokenRequest>]>([
    ['no-join', { room: '', grants: { roomJoin: false, canSubscribe: false, roomList: true } }],
    ['name-long', { name: 'n'.repeat(257) }],
    ['hidden-listed', { grants: { hidden: true, agent: true } }],
    ['agent-nameless', { roomConfig: { agents: [{ metadata: 'x' }] } }],
    ['room-preset-and-settings', { roomPreset: 'small', roomConfig: { maxParticipants: 3 } }],
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
