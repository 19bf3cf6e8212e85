import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDeliveries } from '../../../../main/webhooks/deliveries';
import { came } from './record';

const directory = mkdtempSync(path.join(tmpdir(), 'roomkeeper-deliveries-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let files = 0;
const newFile = () => path.join(directory, `${files++}.jsonl`);

test('what has come is there after a restart, with what became of it', () => {
  const file = newFile();
  const before = openDeliveries(file);
  before.add(came());
  before.add(came({ eventId: 'EV_2', forwarded: 'waiting' }));
  before.change(1, { tries: 2 });
  const after = openDeliveries(file);
  expect(after.all().map(({ no, eventId, tries, forwarded }) => [no, eventId, tries, forwarded])).toEqual([
    [1, 'EV_1', 2, null],
    [2, 'EV_2', 1, 'lost'],
  ]);
  expect(after.add(came()).no).toBe(3);
});

test('a line torn by a crash costs no other', () => {
  const file = newFile();
  openDeliveries(file).add(came());
  appendFileSync(file, '{"no":2,"at":"20');
  const after = openDeliveries(file);
  after.add(came({ eventId: 'EV_3' }));
  expect(
    openDeliveries(file)
      .all()
      .map(({ eventId }) => eventId),
  ).toEqual(['EV_1', 'EV_3']);
});

test('the oldest go first, and those refused cannot push out the others', () => {
  const file = newFile();
  const limits = { deliveries: 5, rejected: 2, bytes: 1e6 };
  const kept = openDeliveries(file, limits);
  for (const eventId of ['EV_1', 'EV_2', 'EV_3']) kept.add(came({ eventId }));
  for (let count = 0; count < 20; count += 1) kept.add(came({ reason: 'unknown-key' }));
  expect(kept.all().map(({ reason }) => reason)).toEqual([null, null, null, 'unknown-key', 'unknown-key']);
  for (let count = 0; count < 30; count += 1) kept.add(came({ eventId: `EV_new_${count}` }));
  expect(
    openDeliveries(file, limits)
      .all()
      .map(({ eventId }) => eventId),
  ).toEqual([25, 26, 27, 28, 29].map((count) => `EV_new_${count}`));
});

test('bytes are bounded, in memory and on disk', () => {
  const file = newFile();
  const limits = { deliveries: 10, rejected: 10, bytes: 50_000 };
  const kept = openDeliveries(file, limits);
  for (let count = 0; count < 60; count += 1) kept.add(came({ body: JSON.stringify('x'.repeat(10_000)) }));
  expect(kept.all()).toHaveLength(4);
  expect(statSync(file).size).toBeLessThan(300_000);
});

test('nobody else can read the file, and what is cleared is gone from it', () => {
  const file = newFile();
  const kept = openDeliveries(file);
  kept.add(came());
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  kept.clear();
  expect([kept.all(), readFileSync(file, 'utf8')]).toEqual([[], '']);
});

test('where it cannot be written, what came is shown and said not to be kept', () => {
  const blocked = path.join(directory, 'a-file');
  writeFileSync(blocked, '');
  const kept = openDeliveries(path.join(blocked, 'webhooks.jsonl'));
  kept.add(came());
  expect([kept.isKept(), kept.all().length]).toEqual([false, 1]);
});
