import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLifetime, parseLifetime } from '../../../main/contract/lifetime';

const now = new Date(2026, 10, 24, 15, 42, 8);

test.each([
  ['90m', 5_400],
  ['1h10m', 4_200],
  ['1h 10m', 4_200],
  ['1.5 h', 5_400],
  ['2 days', 172_800],
  ['2d', 172_800],
  ['45 s', 45],
  ['1w', 604_800],
  ['18:00', 2 * 3_600 + 17 * 60 + 52],
  ['15:00', 23 * 3_600 + 17 * 60 + 52],
  ['2026-11-24', 8 * 3_600 + 17 * 60 + 51],
  ['2026-11-24 16:42', 3_592],
  ['2 小时', 7_200],
])('reads %s', (typed, seconds) => {
  expect(parseLifetime(typed, now)).toEqual({ seconds });
});

test.each([
  ['', 'required'],
  ['90', 'not-a-lifetime'],
  ['1h10', 'not-a-lifetime'],
  ['-5m', 'not-a-lifetime'],
  ['10m ago', 'not-a-lifetime'],
  ['5 fortnights', 'not-a-lifetime'],
  ['25:00', 'not-a-lifetime'],
  ['2026-02-31', 'not-a-lifetime'],
  ['2025-01-01', 'lifetime-past'],
  ['0s', 'lifetime-too-short'],
])('refuses %j as %s', (typed, problem) => {
  expect(parseLifetime(typed, now)).toEqual({ problem });
});

test('reads back every lifetime that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * 86_400 }), (seconds) => {
      expect(parseLifetime(formatLifetime(seconds), now)).toEqual({ seconds });
    }),
  );
});

test('never throws and never answers less than a second', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const parsed = parseLifetime(typed, now);
      if ('seconds' in parsed) expect(parsed.seconds).toBeGreaterThan(0);
    }),
  );
});
