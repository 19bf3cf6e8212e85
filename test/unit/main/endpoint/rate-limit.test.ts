import { expect, test } from 'vitest';
import { createRateLimit } from '../../../../main/endpoint/rate-limit';

test('a minute’s worth at once, then evenly, each client for itself', () => {
  let now = 0;
  const { take } = createRateLimit(() => now);
  expect([take('a', 4), take('a', 4), take('a', 4), take('a', 4)]).toEqual([null, null, null, null]);
  expect(take('a', 4)).toBe(15);
  expect(take('b', 4)).toBe(null);
  now = 14_000;
  expect(take('a', 4)).toBe(1);
  now = 15_000;
  expect(take('a', 4)).toBe(null);
  now = 3_600_000;
  expect([1, 2, 3, 4, 5].map(() => take('a', 4))).toEqual([null, null, null, null, 15]);
});

test('a limit that was lowered holds at once', () => {
  const { take } = createRateLimit(() => 0);
  take('a', 100);
  expect([take('a', 1), take('a', 1)]).toEqual([null, 60]);
});
