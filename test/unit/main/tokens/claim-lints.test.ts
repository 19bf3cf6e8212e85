import { expect, test } from 'vitest';
import { claimLints } from '../../../../main/contract/claim-lints';
import { readClaims } from '../../../../main/contract/claims';
import type { LintCode } from '../../../../main/contract/token-lints';

const video = { roomJoin: true, room: 'ward', canPublish: true };
const lintsOf = (claims: object) => claimLints(readClaims({ sub: 'ada', video, ...claims }));
const codes = (claims: object) => lintsOf(claims).map(({ code }) => code);

test('a plain token has nothing to be said of', () => {
  expect(lintsOf({})).toEqual([]);
});

test.each<[string, object, LintCode]>([
  ['a source of another world', { video: { ...video, canPublishSources: ['camera', 'hologram'] } }, 'sources-unknown'],
  ['a source in capitals', { video: { ...video, canPublishSources: ['CAMERA'] } }, 'sources-unknown'],
  [
    'sources of someone who may not publish',
    { video: { ...video, canPublish: false, canPublishSources: ['camera'] } },
    'publish-off-sources',
  ],
  ['a kind of its own', { kind: 'robot' }, 'kind-unknown'],
  ['more metadata than the server takes', { metadata: 'm'.repeat(524_289) }, 'metadata-too-big'],
  ['more attributes than it takes', { attributes: { a: 'm'.repeat(65_536) } }, 'attributes-too-big'],
  ['a name that no later change could give', { name: 'n'.repeat(257) }, 'name-long'],
  ['an identity that is too long', { sub: '好'.repeat(86) }, 'identity-too-long'],
  ['an identity that looks like another', { sub: 'ada\u200b' }, 'identity-odd'],
  ['a room that is too long', { video: { ...video, room: 'r'.repeat(257) } }, 'room-too-long'],
  ['a room that looks like another', { video: { ...video, room: 'ward\u202e' } }, 'room-odd'],
  ['a room preset', { roomPreset: 'small' }, 'room-preset-unknown'],
  ['room settings of its own', { roomConfig: { maxPeople: 3 } }, 'room-config-unknown'],
  ['keys to a storage', { roomConfig: { egress: { room: { file: { s3: { accessKey: 'A', secret: 'B' } } } } } }, 'room-config-credentials'],
  ['the same in snake case', { roomConfig: { egress: { room: { s3: { access_key: 'A' } } } } }, 'room-config-credentials'],
  ['a hidden person who is counted', { video: { ...video, hidden: true } }, 'hidden-not-agent'],
  ['a hidden person who sends where nothing is said of it', { video: { roomJoin: true, room: 'ward', hidden: true } }, 'hidden-sends'],
  ['a way to nowhere', { video: { ...video, destinationRoom: 'next' } }, 'destination-idle'],
  ['rights in a room that is not joined', { video: { roomList: true, canPublish: true } }, 'idle-without-join'],
])('finds in a token from elsewhere %s', (_, claims, code) => {
  expect(codes(claims)).toContain(code);
});

test.each<[string, object]>([
  ['a kind in capitals, which the server reads', { kind: 'AGENT' }],
  ['room settings in snake case', { roomConfig: { empty_timeout: 5, agents: [{ agent_name: 'a' }], tags: { a: 'b' } } }],
  ['a recording without keys', { roomConfig: { egress: { room: { file: { filepath: 'x' } } } } }],
])('finds nothing in %s', (_, claims) => {
  expect(lintsOf(claims)).toEqual([]);
});

test('reads a token of which every claim has another type', () => {
  const odd = { sub: 1, kind: [], video: { room: 7, canPublishSources: 'camera', hidden: 'yes' }, attributes: { a: 1 }, roomConfig: 'x' };
  expect(claimLints(readClaims(odd))).toEqual([]);
});
