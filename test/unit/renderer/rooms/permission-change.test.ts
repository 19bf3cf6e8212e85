import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Permission } from '../../../../main/contract/participants';
import { changesOf, maySend, publishSources, withSource } from '../../../../renderer/rooms/permission-change';

const everything: Permission = {
  canSubscribe: true,
  canPublish: true,
  canPublishData: true,
  canPublishSources: [],
  canUpdateMetadata: false,
  canSubscribeMetrics: false,
  canManageAgentSession: false,
  hidden: false,
  recorder: false,
  agent: false,
};

test('taking the microphone from someone who may send everything names the rest', () => {
  const after = withSource(everything, 'microphone', false);
  expect(after.canPublishSources).toEqual(['camera', 'screen_share', 'screen_share_audio']);
  expect(changesOf(everything, after)).toEqual([{ field: 'canPublishSources: microphone', added: false }]);
});
test('taking the last source away takes canPublish away, since an empty list means all', () => {
  const only: Permission = { ...everything, canPublishSources: ['microphone'] };
  expect(withSource(only, 'microphone', false)).toMatchObject({ canPublish: false });
});
test('a list of all sources is no change from an empty one', () => {
  expect(changesOf(everything, { ...everything, canPublishSources: [...publishSources] })).toEqual([]);
});
test('switching a source does what it says and touches no other', () => {
  const permission = fc.record({ canPublish: fc.boolean(), canPublishSources: fc.uniqueArray(fc.constantFrom(...publishSources)) });
  fc.assert(
    fc.property(permission, fc.constantFrom(...publishSources), fc.boolean(), (given, source, allowed) => {
      const before: Permission = { ...everything, ...given };
      const after = withSource(before, source, allowed);
      for (const one of publishSources) expect(maySend(after, one)).toBe(one === source ? allowed : maySend(before, one));
    }),
  );
});
