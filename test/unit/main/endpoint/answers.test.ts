import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Audit } from '../../../../main/audit/audit';
import { createAnswers, type Noted } from '../../../../main/endpoint/answers';

const refused: Noted = {
  client: 'web',
  identity: 'anna',
  room: 'clinic',
  status: 403,
  code: 'room-not-allowed',
  detail: 'room',
  retryAfter: null,
  fingerprint: '',
};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** An audit log on a disk that is full while `isFull`. */
function open() {
  const disk = { isFull: false, counts: [] as unknown[] };
  const audit: Audit = {
    operator: () => '',
    act: () => Promise.reject(new Error('not here')),
    record(done) {
      if (disk.isFull) throw new Error('audit-unwritable');
      disk.counts.push(...done.map(({ details }) => details?.count));
    },
  };
  return {
    disk,
    ...createAnswers(
      audit,
      () => {},
      () => ({}),
    ),
  };
}

test('refusals of one kind are one entry at once and one a minute with their number', () => {
  const { disk, note } = open();
  for (let count = 0; count < 20; count += 1) note(refused);
  note({ ...refused, code: 'rate', status: 429 });
  expect(disk.counts).toEqual([1, 1]);
  vi.advanceTimersByTime(60_000);
  expect(disk.counts).toEqual([1, 1, 19]);
  vi.advanceTimersByTime(600_000);
  expect(disk.counts).toEqual([1, 1, 19]);
});

test('a full disk ends nothing, and what was refused meanwhile is written down when it has room again', () => {
  const { disk, note } = open();
  note(refused);
  note(refused);
  disk.isFull = true;
  vi.advanceTimersByTime(60_000);
  note(refused);
  note({ ...refused, client: 'other' });
  vi.advanceTimersByTime(60_000);
  expect(disk.counts).toEqual([1]);
  disk.isFull = false;
  vi.advanceTimersByTime(60_000);
  expect(disk.counts).toEqual([1, 2, 1]);
});

test('a full disk does not keep the endpoint from ending', () => {
  const { disk, note, end } = open();
  note(refused);
  note(refused);
  disk.isFull = true;
  expect(end).not.toThrow();
});
