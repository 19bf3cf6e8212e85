import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grants, trackSources } from '../../../../main/contract/grants';
import { roomConfig } from '../../../../main/contract/room-config';
import { preset, tokenRequest } from '../../../../main/contract/tokens';
import { type Ceilings, checkTokenForm } from '../../../../renderer/tokens/check-token-form';
import { emptyAgent } from '../../../../renderer/tokens/room-config-form';
import { emptyTokenForm, isWithin, requestOf, type TokenForm, withCure, withPreset } from '../../../../renderer/tokens/token-form';

const profileId = '0b0e7a0e-2f5c-4b5c-9c56-0c1a8f6f7d11';
const now = new Date('2026-11-24T12:00:00Z');
const ceilings = { policy: 3_600, preset: null };
const form = (typed: Partial<TokenForm> = {}): TokenForm => ({ ...emptyTokenForm(), room: 'cardiology', ...typed });
const issues = (typed: Partial<TokenForm>, over: Ceilings = ceilings) => {
  const checked = checkTokenForm(form(typed), profileId, now, over);
  return 'issues' in checked ? checked.issues : [];
};
const moderator = preset.parse({
  id: 'moderator',
  name: 'Moderator',
  builtin: true,
  grants: { roomJoin: true, canPublish: true, canSubscribe: true, roomAdmin: true },
  ttlSeconds: 6 * 3_600,
  longestLifetimeSeconds: 12 * 3_600,
});

test('an untouched form asks for nothing that was not typed', () => {
  const request = tokenRequest.parse(requestOf(form(), profileId, now));
  expect(request).toMatchObject({ kind: null, roomConfig: null, attributes: {}, metadata: '', ttlSeconds: 3_600, reason: '' });
  expect(request.identity).toMatch(/^user-[0-9a-f]{8}$/);
});

test('each form begins with an identity of its own', () => {
  expect(emptyTokenForm().identity).not.toBe(emptyTokenForm().identity);
});

test('room settings are asked for only where one is set, and empty numbers are the server’s own', () => {
  const settings = { ...emptyTokenForm().roomConfig, maxParticipants: '50', agents: [{ ...emptyAgent(), agentName: 'scribe' }] };
  expect(tokenRequest.parse(requestOf(form({ roomConfig: settings }), profileId, now)).roomConfig).toMatchObject({
    maxParticipants: 50,
    emptyTimeout: 0,
    agents: [{ agentName: 'scribe', restartPolicy: 'JRP_ON_FAILURE', attributes: {} }],
  });
});

test('room settings that came with a preset are asked for again as they were', () => {
  const agents = [{ agentName: 'scribe', restartPolicy: 'JRP_NEVER' as const, deployment: 'staging', attributes: { voice: 'calm' } }];
  const given = roomConfig.parse({ emptyTimeout: 60, syncStreams: true, metadata: 'ward', agents, tags: { floor: '3' } });
  const chosen = withPreset(form(), { ...moderator, roomConfig: given }, 3_600);
  expect(tokenRequest.parse(requestOf(chosen, profileId, now)).roomConfig).toEqual(given);
});

test('each field at fault is named by its own path', () => {
  const roomConfig = { ...emptyTokenForm().roomConfig, emptyTimeout: 'ten' };
  expect(issues({ roomConfig })).toEqual([{ path: 'roomConfig.emptyTimeout', code: 'not-a-number' }]);
  expect(issues({ lifetime: 'soon' })).toContainEqual({ path: 'lifetime', code: 'not-a-lifetime' });
  const attributes = ['a', '', 'a'].map((name) => ({ name, value: '1' }));
  expect(issues({ attributes })).toEqual([
    { path: 'attributes.1.name', code: 'required' },
    { path: 'attributes.2.name', code: 'taken' },
  ]);
});

test('a tag or an agent’s attribute without a name, or named twice, is at fault itself', () => {
  const tags = ['floor', 'floor'].map((name) => ({ name, value: '3' }));
  const agents = [{ ...emptyAgent(), attributes: [{ name: '', value: 'calm' }] }];
  expect(issues({ roomConfig: { ...emptyTokenForm().roomConfig, tags, agents } })).toEqual([
    { path: 'roomConfig.tags.1.name', code: 'taken' },
    { path: 'roomConfig.agents.0.attributes.0.name', code: 'required' },
  ]);
});

test('the lower of the policy’s and the preset’s ceiling holds', () => {
  expect(issues({ lifetime: '2h' })).toEqual([{ path: 'lifetime', code: 'lifetime-over-policy' }]);
  expect(issues({ lifetime: '45m' }, { policy: 3_600, preset: 1_800 })).toEqual([{ path: 'lifetime', code: 'lifetime-over-preset' }]);
  expect(issues({ lifetime: '1h' })).toEqual([]);
});

test('a server-wide grant needs a reason', () => {
  const wide = { grants: grants.parse({ roomList: true }) };
  expect(issues(wide)).toEqual([{ path: 'reason', code: 'required' }]);
  expect(issues({ ...wide, reason: 'OPS-3318' })).toEqual([]);
});

test('choosing a preset keeps who, where and what was typed, and stays under the policy', () => {
  const typed = form({ name: 'Ana', metadata: '{"a":1}', attributes: [{ name: 'ward', value: '4' }] });
  const chosen = withPreset(typed, moderator, 3_600);
  expect(chosen).toMatchObject({ presetId: 'moderator', name: 'Ana', room: 'cardiology', metadata: '{"a":1}', lifetime: '1h' });
  expect(chosen.attributes).toEqual(typed.attributes);
  expect(chosen.grants.roomAdmin).toBe(true);
});

test('what a preset put in goes with it, and what was typed by hand stays', () => {
  const kiosk = preset.parse({
    ...moderator,
    id: 'kiosk',
    metadata: '{"kiosk":1}',
    attributes: { desk: '7', ward: '1' },
    roomPreset: 'small',
    roomConfig: { maxParticipants: 3, syncStreams: true, tags: { floor: '3' }, agents: [{ agentName: 'scribe' }] },
  });
  const typed = form({
    attributes: [
      { name: 'ward', value: '4' },
      { name: 'bed', value: '2' },
    ],
  });
  const chosen = withPreset(typed, kiosk, 3_600);
  expect(chosen).toMatchObject({ metadata: '{"kiosk":1}', roomPreset: 'small', roomConfig: { maxParticipants: '3', syncStreams: true } });
  expect(chosen.attributes).toEqual([
    { name: 'bed', value: '2' },
    { name: 'desk', value: '7' },
    { name: 'ward', value: '1' },
  ]);
  const config = {
    ...chosen.roomConfig,
    emptyTimeout: '60',
    agents: [...chosen.roomConfig.agents, { ...emptyAgent(), agentName: 'mine' }],
  };
  const next = withPreset({ ...chosen, metadata: 'typed over it', roomConfig: config, presetId: null }, moderator, 3_600);
  const request = tokenRequest.parse(requestOf(next, profileId, now));
  expect(request).toMatchObject({ metadata: 'typed over it', attributes: { bed: '2' }, roomPreset: '' });
  expect(request.roomConfig).toEqual(roomConfig.parse({ emptyTimeout: 60, agents: [{ agentName: 'mine' }] }));
});

test('a cure changes its fields as the form writes them, and no other', () => {
  const before = form({ kind: 'agent' });
  const cured = withCure(before, { ttlSeconds: 900, 'grants.agent': true, 'grants.canPublishSources': ['camera'], kind: null });
  expect(cured).toEqual({
    ...before,
    lifetime: '15m',
    kind: '',
    grants: { ...before.grants, agent: true, canPublishSources: ['camera'] },
  });
  expect(before.grants.agent).toBe(false);
});

const anyGrants = fc
  .record({
    roomJoin: fc.boolean(),
    canPublish: fc.boolean(),
    roomAdmin: fc.boolean(),
    roomList: fc.boolean(),
    canPublishSources: fc.subarray([...trackSources]),
  })
  .map((given) => grants.parse(given));

test('what a preset holds is within it, and a switch that it has off is not', () => {
  fc.assert(
    fc.property(anyGrants, (held) => {
      expect(isWithin(held, held)).toBe(true);
      if (!held.roomAdmin) expect(isWithin({ ...held, roomAdmin: true }, held)).toBe(false);
      expect(isWithin({ ...held, canPublish: false, roomList: false }, held)).toBe(true);
    }),
  );
});

test('all sources are more than some', () => {
  const some = grants.parse({ canPublish: true, canPublishSources: ['camera'] });
  expect(isWithin({ ...some, canPublishSources: [] }, some)).toBe(false);
  expect(isWithin(some, { ...some, canPublishSources: [] })).toBe(true);
});
