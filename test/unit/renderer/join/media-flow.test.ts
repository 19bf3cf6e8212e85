import { expect, test } from 'vitest';
import { flowsOf, longestGap } from '../../../../renderer/join/media-flow';

const ticks = (...packets: number[]) => packets.map((count, at) => ({ at: at * 100, packets: count }));

test('media flows when the count changes, also when a new connection begins it anew', () => {
  expect(flowsOf(ticks(5, 9, 9, 0, 0, 2, 4))).toEqual([0, 100, 500, 600]);
});

test('the gap is the longest pause, and back is when it ended', () => {
  expect(longestGap([0, 100, 200, 1_500, 1_600], 100, 1_700, 400)).toEqual({ gapMs: 1_300, backAfterMs: 1_400, isOver: true });
});

test('a pause that lasts still is no recovery', () => {
  expect(longestGap([0, 100], 100, 5_100, 400)).toMatchObject({ gapMs: 5_000, isOver: false });
});

test('short pauses are no gap', () => {
  expect(longestGap([0, 100, 300, 500], 0, 600, 400)).toBeNull();
});
