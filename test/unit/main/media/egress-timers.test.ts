import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptTimer } from '../../../../main/contract/egress-timer';
import { Refusal } from '../../../../main/contract/result';
import { createEgressTimers } from '../../../../main/media/egress-timers';
import { newSettings } from '../../../setup/console-settings';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const timer = (egressId: string, seconds: number): KeptTimer => ({
  profileId: '6f2b0f3e-54a6-4a53-8d0f-2a7f1a0c9b11',
  egressId,
  room: 'ward-7',
  operator: 'ada',
  reason: '',
  at: Date.now() + seconds * 1_000,
  failed: null,
});

/** Timers over settings that outlive them, and what was stopped and what failed. */
function open({ settings } = newSettings(), stop: (timer: KeptTimer) => Promise<void> = async () => {}) {
  const stopped: string[] = [];
  const failed: (string | null)[] = [];
  const timers = createEgressTimers({
    settings,
    stop(due) {
      stopped.push(due.egressId);
      return stop(due);
    },
    onFailed: (one) => failed.push(one.failed),
  });
  return { timers, stopped, failed };
}
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

test('each egress is stopped at its time, once, and its timer is gone', async () => {
  const kept = newSettings();
  const { timers, stopped } = open(kept);
  timers.set(timer('EG_later', 3_600));
  timers.set(timer('EG_soon', 60));
  await pass(59);
  expect(stopped).toEqual([]);
  await pass(1);
  expect(stopped).toEqual(['EG_soon']);
  await pass(7_200);
  expect(stopped).toEqual(['EG_soon', 'EG_later']);
  expect(kept.settings.get('egressTimers')).toEqual([]);
});

test('a timer that is moved holds at its new time alone, and one that is taken back never', async () => {
  const { timers, stopped } = open();
  timers.set(timer('EG_moved', 60));
  timers.set(timer('EG_moved', 120));
  timers.set(timer('EG_back', 60));
  timers.remove(timer('EG_back', 0));
  await pass(119);
  expect(stopped).toEqual([]);
  await pass(600);
  expect(stopped).toEqual(['EG_moved']);
});

test('a closed console stops nothing; what came due meanwhile is done at its next start', async () => {
  const kept = newSettings();
  const first = open(kept);
  first.timers.set(timer('EG_due', 60));
  first.timers.close();
  await pass(600);
  expect(first.stopped).toEqual([]);
  const second = open(kept);
  await pass(0);
  expect(second.stopped).toEqual(['EG_due']);
});

test('a stop that failed for what does not pass is told, kept over a restart, and not tried again by itself', async () => {
  const kept = newSettings();
  const first = open(kept, async () => {
    throw new Refusal('no-worker', 'nobody');
  });
  first.timers.set(timer('EG_stuck', 60));
  await pass(3_600);
  expect(first.failed).toEqual(['no-worker']);
  first.timers.close();
  const second = open(kept);
  await pass(3_600);
  expect(second.stopped).toEqual([]);
  expect(second.timers.of(timer('EG_stuck', 0))).toMatchObject({ failed: 'no-worker' });
});

test('a server that is out of reach is tried again, less and less often, and told of once', async () => {
  let isThere = false;
  const { timers, stopped, failed } = open(undefined, async () => {
    if (!isThere) throw new Refusal('unreachable', 'no network yet');
  });
  timers.set(timer('EG_asleep', 60));
  await pass(60);
  expect(failed).toEqual(['unreachable']);
  await pass(60 + 120 + 240);
  expect(stopped).toHaveLength(4);
  await pass(479);
  expect(stopped).toHaveLength(4);
  isThere = true;
  await pass(1);
  expect(stopped).toHaveLength(5);
  expect(failed).toEqual(['unreachable']);
  expect(timers.of(timer('EG_asleep', 0))).toBeNull();
});

test('what could not be stopped for what passes is tried at the next start', async () => {
  const kept = newSettings();
  const first = open(kept, async () => {
    throw new Refusal('keychain-locked', 'locked');
  });
  first.timers.set(timer('EG_locked', 60));
  await pass(60);
  first.timers.close();
  const second = open(kept);
  await pass(0);
  expect(second.stopped).toEqual(['EG_locked']);
  expect(kept.settings.get('egressTimers')).toEqual([]);
});

test('a timer that is taken back while it stops is not said to have failed', async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  const { timers, failed } = open(undefined, () => promise);
  timers.set(timer('EG_back', 60));
  await pass(60);
  timers.remove(timer('EG_back', 0));
  reject(new Refusal('unreachable', 'gone'));
  await pass(1);
  expect(failed).toEqual([]);
  expect(timers.of(timer('EG_back', 0))).toBeNull();
});
