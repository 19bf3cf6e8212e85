import { expect, test } from 'vitest';
import { createCounter, flowsOf, longestGap } from '../../../../renderer/join/media-flow';

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

test('a pause that lasts still is no recovery, however long the one before it was', () => {
  expect(longestGap([0, 100, 9_000], 100, 12_000, 400)).toMatchObject({ gapMs: 3_000, isOver: false });
});

test('short pauses are no gap', () => {
  expect(longestGap([0, 100, 300, 500], 0, 600, 400)).toBeNull();
});

const transport = { type: 'transport', packetsReceived: 7 };
const inbound = { type: 'inbound-rtp', packetsReceived: 50 };

test('with nobody who sends, the server’s answers count', () => {
  const { count, measured } = createCounter();
  expect([count([transport]), measured()]).toEqual([7, 'answers']);
});

test('once media has come, the answers of a new connection are none', () => {
  const { count, measured } = createCounter();
  expect([count([inbound, transport]), count([transport]), measured()]).toEqual([50, 0, 'received']);
});
