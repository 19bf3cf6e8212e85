import { expect, test } from 'vitest';
import { excerpt } from '../../../../renderer/people/excerpt';

test('of a long value the part with the searched text is shown, and cut ends are marked', () => {
  expect(excerpt(`caseId=${'a'.repeat(100)}4711${'b'.repeat(100)}`, '4711', 3)).toBe('…aaa4711bbb…');
});

test('a short value is shown whole', () => {
  expect(excerpt('caseId=C-4711', 'c-4711')).toBe('caseId=C-4711');
});
