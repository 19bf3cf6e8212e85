import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trackSources } from '../../../../main/contract/grants';
import type { Permission } from '../../../../main/contract/participants';
import { withoutSources, withSources } from '../../../../main/rooms/permissions';
import { permissionOf, samePermission, serverPermission } from '../../../../main/rooms/shape';

const permission = fc.record({
  canSubscribe: fc.boolean(),
  canPublish: fc.boolean(),
  canPublishData: fc.boolean(),
  canPublishSources: fc.uniqueArray(fc.constantFrom(...trackSources)),
  canUpdateMetadata: fc.boolean(),
  canSubscribeMetrics: fc.boolean(),
  canManageAgentSession: fc.boolean(),
  hidden: fc.boolean(),
  recorder: fc.boolean(),
  agent: fc.boolean(),
});
const sources = fc.uniqueArray(fc.constantFrom(...trackSources), { minLength: 1 });
/** What the server lets someone publish: an empty list means everything. */
const published = ({ canPublish, canPublishSources }: Permission) =>
  trackSources.filter((source) => canPublish && (canPublishSources.length === 0 || canPublishSources.includes(source)));
const others = ({ canPublish: _, canPublishSources: __, ...rest }: Permission) => rest;

test('a hard mute takes these sources and nothing else, and never ends in “all”', () => {
  fc.assert(
    fc.property(permission, sources, (before, taken) => {
      const after = withoutSources(before, taken);
      expect(published(after)).toEqual(published(before).filter((source) => !taken.includes(source)));
      expect(others(after)).toEqual(others(before));
    }),
  );
});

test('giving back gives these sources and nothing else', () => {
  fc.assert(
    fc.property(permission, sources, (before, given) => {
      const after = withSources(before, given);
      const had = published(before);
      expect(published(after)).toEqual(trackSources.filter((source) => had.includes(source) || given.includes(source)));
      expect(others(after)).toEqual(others(before));
    }),
  );
});

test('every field of a permission survives the way to the server and back', () => {
  fc.assert(
    fc.property(permission, (before) => {
      expect(permissionOf(serverPermission(before))).toEqual(before);
    }),
  );
});

test('permissions are the same in any order of keys and sources', () => {
  fc.assert(
    fc.property(permission, (one) => {
      const other = { ...Object.fromEntries(Object.entries(one).reverse()), ...one, canPublishSources: one.canPublishSources.toReversed() };
      expect(samePermission(one, other)).toBe(true);
      expect(samePermission(one, { ...one, canSubscribe: !one.canSubscribe })).toBe(false);
    }),
  );
});
