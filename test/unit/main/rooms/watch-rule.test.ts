import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPattern } from '../../../../main/rooms/watch-rule';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', '\\', '林') });

/** The same, as a regular expression would have it. */
const expression = (pattern: string) =>
  new RegExp(`^${[...pattern].map((mark) => (mark === '*' ? '.*' : mark === '?' ? '.' : RegExp.escape(mark))).join('')}$`, 'su');

test('a pattern matches as its regular expression would', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.', '林') });
  fc.assert(
    fc.property(letters, pattern, (text, marks) => {
      expect(matchesPattern(text, marks)).toBe(expression(marks).test(text));
    }),
  );
});

test('every text matches itself, and * matches all', () => {
  fc.assert(fc.property(letters, (text) => matchesPattern(text, text) && matchesPattern(text, '*') && matchesPattern(text, `${text}*`)));
});

test('a pattern that would hang a regular expression is answered at once', () => {
  expect(matchesPattern('a'.repeat(256), `${'*a'.repeat(60)}*b`)).toBe(false);
});
