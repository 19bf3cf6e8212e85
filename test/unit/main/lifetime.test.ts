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

const words: Record<string, string[]> = {
  1: ['s', 'sec', 'secs', 'second', 'seconds', '秒'],
  60: ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟'],
  3600: ['h', 'hr', 'hrs', 'hour', 'hours', '时', '小时'],
  86400: ['d', 'day', 'days', '天', '日'],
  604800: ['w', 'week', 'weeks', '周'],
  31557600: ['y', 'yr', 'year', 'years', '年'],
};
const space = fc.constantFrom('', ' ', '  ');
/** One number with its unit, as anyone may write it, and how many seconds it is. */
const part = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...Object.entries(words)), fc.nat(6), space, space, fc.boolean())
  .map(([count, [size, names], at, between, behind, isLoud]) => {
    const name = names[at % names.length] ?? '';
    return { typed: `${count}${between}${isLoud ? name.toUpperCase() : name}${behind}`, seconds: count * Number(size) };
  });
const parts = fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => ({
  typed: all.map(({ typed }) => typed).join(''),
  seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
}));

test('reads whatever is made of numbers and units, in both languages', () => {
  fc.assert(
    fc.property(parts, ({ typed, seconds }) => {
      expect(parseLifetime(typed, now)).toEqual({ seconds });
    }),
  );
});

test('reads every time of the clock as the next time that the clock shows it', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), fc.option(fc.nat(59)), (hours, minutes, seconds) => {
      const two = (number: number) => String(number).padStart(2, '0');
      const parsed = parseLifetime(`${hours}:${two(minutes)}${seconds === null ? '' : `:${two(seconds)}`}`, now);
      const until = new Date(now.getTime() + ('seconds' in parsed ? parsed.seconds : 0) * 1_000);
      expect([until.getHours(), until.getMinutes(), until.getSeconds()]).toEqual([hours, minutes, seconds ?? 0]);
    }),
  );
});

test('refuses what is one mistake away from a lifetime', () => {
  const mistake = fc.constantFrom<(typed: string) => string>(
    (typed) => `-${typed}`,
    (typed) => `${typed} 5`,
    (typed) => `${typed} and`,
    (typed) => `${typed}, 1h`,
    (typed) => `in ${typed}`,
    (typed) => typed.replace(/\d+/, ''),
    (typed) => typed.replace(/\d+/, '1,5'),
    (typed) => typed.replace(/(\d+)/, '$1..5'),
    (typed) => typed.replace(/^\d+/, '9'.repeat(400)),
  );
  fc.assert(
    fc.property(parts, mistake, ({ typed }, spoil) => {
      expect(parseLifetime(spoil(typed), now)).toEqual({ problem: 'not-a-lifetime' });
    }),
  );
});

test('never throws and never answers less than a second, whatever is typed', () => {
  const pieces = fc.constantFrom(...'0123456789:.-+tz ', 'h', 'm', 'days', '2026', '02', '31', '天', '\u0000', 'e', '٣');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: pieces, maxLength: 16 })), (typed) => {
      const parsed = parseLifetime(typed, now);
      if ('seconds' in parsed) expect(parsed.seconds).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});
