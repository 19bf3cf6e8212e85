import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPattern, isRoomAllowed } from '../../../../main/endpoint/room-pattern';

test.each([
  ['clinic-*', 'clinic-1', true],
  ['clinic-*', 'clinic-', true],
  ['clinic-*', 'Clinic-1', false],
  ['clinic-*', 'my-clinic-1', false],
  ['*-icu', 'a-icu-b-icu', true],
  ['a*b*c', 'a1b2b3c', true],
  ['a*b*c', 'a1c2b', false],
  ['a.c', 'abc', false],
  ['*', '', true],
  ['', 'a', false],
])('the pattern %j and the room %j', (pattern, name, fits) => {
  expect(fitsPattern(pattern, name)).toBe(fits);
});

const text = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 12 });

test('a pattern says what its text says, with anything for each star', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (parts, name) => {
      const regular = new RegExp(`^${parts.join('[ab-]*')}$`);
      expect(fitsPattern(parts.join('*'), name)).toBe(regular.test(name));
    }),
  );
});

test('many stars take no longer than a few letters do', () => {
  expect(fitsPattern(`${'a*'.repeat(100)}b`, 'a'.repeat(200))).toBe(false);
});

test('no pattern allows every room, and one is enough', () => {
  expect(isRoomAllowed([], 'any')).toBe(true);
  expect(isRoomAllowed(['lobby', 'clinic-*'], 'clinic-2')).toBe(true);
  expect(isRoomAllowed(['lobby'], 'clinic-2')).toBe(false);
});
