import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grants, grants, serverWideGrants } from '../../../../main/contract/grants';
import { policy as profilePolicy, type StoredProfile } from '../../../../main/contract/profiles';
import type { Preset, TokenRequest } from '../../../../main/contract/tokens';
import { builtinPresets } from '../../../../main/tokens/builtin-presets';
import { ceilingLints } from '../../../../main/tokens/ceiling';
import { checkIssue } from '../../../../main/tokens/issue';
import { anyRequest, profile, request } from './requests';

const presetOf = (id: string) => builtinPresets.find((preset) => preset.id === id);
const rules = (given: Partial<StoredProfile> = {}, preset?: Preset) => ({ profile: { ...profile, ...given }, preset });
const policy = (longestLifetimeSeconds: number, ...wide: StoredProfile['policy']['serverWideGrants']) => ({
  policy: profilePolicy.parse({ longestLifetimeSeconds, serverWideGrants: wide }),
});
const refusalOf = (asked: Partial<TokenRequest>, held = rules()): unknown => {
  try {
    checkIssue(request(asked), held);
    return 'issued';
  } catch (error) {
    return error;
  }
};

test.each<[string, Partial<TokenRequest>, ReturnType<typeof rules>, object]>([
  [
    'longer than the policy',
    { ttlSeconds: 3_601 },
    rules(),
    { code: 'lifetime-over-policy', details: { values: { longestSeconds: 3_600 } } },
  ],
  [
    'a server-wide grant that the policy does not name',
    { grants: { roomList: true }, reason: 'x' },
    rules(policy(3_600, 'roomCreate')),
    { code: 'grant-over-policy', details: { values: { grants: 'roomList' }, issues: [{ path: 'grants.roomList' }] } },
  ],
  [
    'longer than the preset',
    { ttlSeconds: 7 * 3_600 },
    rules(policy(86_400), presetOf('guest')),
    { code: 'lifetime-over-preset', details: { values: { longestSeconds: 6 * 3_600 } } },
  ],
  [
    'more than the preset holds',
    { grants: { canPublish: true, roomAdmin: true } },
    rules({}, presetOf('guest')),
    { code: 'grant-over-preset', details: { values: { grants: 'canPublish, roomAdmin', preset: 'Guest' } } },
  ],
  ['a kind that the preset does not have', { kind: 'agent' }, rules({}, presetOf('publisher')), { code: 'grant-over-preset' }],
  ['moderation of a read-only server', { grants: { roomAdmin: true } }, rules({ safety: 'read-only' }), { code: 'read-only' }],
  [
    'a server-wide grant on a read-only server, allowed or not',
    { grants: { roomList: true }, reason: 'x' },
    rules({ safety: 'read-only', ...policy(3_600, 'roomList') }),
    { code: 'read-only' },
  ],
  [
    'a server-wide grant without a reason',
    { grants: { roomList: true } },
    rules(policy(3_600, 'roomList')),
    { code: 'reason-required', details: { issues: [{ path: 'reason', code: 'required' }] } },
  ],
  [
    'a token that the server would not take',
    { room: '' },
    rules(),
    { code: 'lint-red', details: { values: { lint: 'no-room' }, issues: [{ path: 'room', code: 'required' }] } },
  ],
])('does not issue %s', async (_, asked, held, expected) => {
  expect(await refusalOf(asked, held)).toMatchObject(expected);
});

test.each<[string, Partial<TokenRequest>, ReturnType<typeof rules>]>([
  ['exactly as long as the policy allows', { ttlSeconds: 3_600 }, rules()],
  ['to join a read-only server', {}, rules({ safety: 'read-only' })],
  ['what the policy names, with a reason', { grants: { roomList: true }, reason: 'audit of rooms' }, rules(policy(3_600, 'roomList'))],
  ['less than the preset holds', { grants: { canSubscribe: false } }, rules({}, presetOf('moderator'))],
])('issues %s', async (_, asked, held) => {
  expect(await refusalOf(asked, held)).toBe('issued');
});

test.each<[string, Preset['grants']['canPublishSources'], Grants['canPublishSources'], Grants['canPublishSources'] | undefined]>([
  ['all sources where the preset names some', ['microphone'], [], ['microphone']],
  ['one source more', ['microphone'], ['microphone', 'camera'], ['microphone']],
  ['another source', ['microphone'], ['camera'], ['microphone']],
  ['fewer sources', ['microphone', 'camera'], ['camera'], undefined],
  ['some where the preset allows all', [], ['camera'], undefined],
])('%s: judged by the preset’s list', (_, held, asked, cured) => {
  const publisher = presetOf('publisher');
  if (!publisher) throw new Error('no publisher');
  const preset = { ...publisher, grants: { ...publisher.grants, canPublishSources: held } };
  const [lint] = ceilingLints(request({ grants: { canPublish: true, canPublishSources: asked } }), rules({}, preset));
  expect(lint?.cure?.['grants.canPublishSources']).toEqual(cured);
});

/** Applies a cure as the form does. */
function cured(asked: ReturnType<typeof request>, cures: Record<string, unknown>[]) {
  const after = structuredClone(asked);
  for (const [path, value] of cures.flatMap((cure) => Object.entries(cure))) {
    const [field, inner] = path.split('.');
    Object.assign(inner ? after.grants : after, { [inner ?? field ?? path]: value });
  }
  return after;
}

test('nothing is over a ceiling once its cures are taken, whatever was asked for', () => {
  fc.assert(
    fc.property(
      anyRequest,
      fc.constantFrom(undefined, ...builtinPresets),
      fc.subarray([...serverWideGrants]),
      fc.constantFrom('read-only', 'confirm', 'free'),
      (asked, preset, wide, safety) => {
        const held = rules({ safety, ...policy(3_600, ...wide) }, preset);
        const cures = ceilingLints(asked, held).flatMap(({ cure }) => (cure ? [cure] : []));
        expect(ceilingLints(cured(asked, cures), held)).toEqual([]);
      },
    ),
  );
});

test('every built-in preset is within its own ceiling', () => {
  for (const preset of builtinPresets) {
    const asked = request({ grants: preset.grants, kind: preset.kind, ttlSeconds: preset.ttlSeconds });
    expect(ceilingLints(asked, rules(policy(86_400, ...serverWideGrants), preset))).toEqual([]);
  }
});

test('only the recorder lights the recording mark, and the silent observer takes no seat', () => {
  expect(builtinPresets.filter((preset) => preset.grants.recorder).map(({ id }) => id)).toEqual(['recorder']);
  expect(presetOf('silent-observer')?.grants).toEqual(grants.parse({ roomJoin: true, canSubscribe: true, hidden: true, agent: true }));
});
