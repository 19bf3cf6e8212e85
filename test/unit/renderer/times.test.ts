import { expect, test } from 'vitest';
import { timesIn } from '../../../renderer/ui/times';

const now = new Date(2026, 10, 24, 15, 42);

test('a time is told as people tell it: today, tomorrow, then the date', () => {
  const { when } = timesIn('en');
  expect(when(new Date(2026, 10, 24, 21, 42), now)).toBe('today 21:42');
  expect(when(new Date(2026, 10, 25, 0, 5), now)).toBe('tomorrow 00:05');
  expect(when(new Date(2026, 11, 1, 9, 0), now)).toBe('1 Dec 2026, 09:00');
  expect(timesIn('zh-CN').when(new Date(2026, 10, 25, 0, 5), now)).toBe('明天 00:05');
});

test('a lifetime is told in whole words', () => {
  expect(timesIn('en').lasting(90 * 60)).toBe('1 hour, 30 minutes');
  expect(timesIn('en').lasting(2 * 86_400)).toBe('2 days');
  expect(timesIn('zh-CN').lasting(6 * 3_600)).toBe('6 小时');
});
