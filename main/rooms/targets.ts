import type { Outcome } from '../audit/audit';
import { isDone, type TargetResult, type TargetStatus } from '../contract/guard';
import type { ActionReport, Undo } from '../contract/participants';
import { type FailureCode, Refusal } from '../contract/result';
import { pooled } from './pool';

/** Measured with 50 publishers: 16 at a time is as fast as 32, with less delay for each. */
const width = 16;

export type Target = Pick<TargetResult, 'room' | 'identity' | 'trackSid'>;
type Done = { status: TargetStatus; code?: FailureCode; answer?: string };

const statuses: Partial<Record<FailureCode, TargetStatus>> = {
  'participant-absent': 'absent',
  'room-absent': 'absent',
  'dead-node': 'dead-node',
  'stale-track': 'stale-track',
  'remote-unmute-off': 'remote-unmute-off',
  'not-supported': 'not-supported',
  conflict: 'conflict',
};
/** Not the target's fault: every other target would fail in the same way. */
const serverWide: ReadonlySet<FailureCode> = new Set([
  'unreachable',
  'timeout',
  'tls-failed',
  'not-livekit',
  'wrong-path',
  'unknown-key',
  'wrong-secret',
  'clock-skew',
  'permission-denied',
]);

export const statusOf = (refusal: Refusal): Done => ({
  status: statuses[refusal.code] ?? 'refused',
  code: refusal.code,
  answer: refusal.details.answer ?? refusal.message,
});

/**
 * Does the same to many, with a result for each. When the server itself fails, the rest is not tried; where nothing at all was done
 * by then, that failure is thrown.
 */
export async function forEachTarget<T extends Target>(targets: T[], work: (target: T) => Promise<Done>): Promise<TargetResult[]> {
  let broken: Refusal | undefined;
  const results = await pooled(targets, width, async ({ ...target }): Promise<TargetResult> => {
    const { room, identity, trackSid } = target;
    const answer = (done: Done): TargetResult => ({ room, identity, trackSid, code: '', answer: '', ...done });
    if (broken) return answer({ status: 'not-tried', code: broken.code, answer: broken.details.answer ?? '' });
    try {
      return answer(await work(target));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (serverWide.has(error.code)) broken ??= error;
      return answer(statusOf(error));
    }
  });
  if (broken && !results.some(isDone)) throw broken;
  return results;
}

/** As the audit log keeps it: the worst that happened, and each target's own. */
export function outcomeOf(results: TargetResult[]): Outcome {
  const bad = results.filter((result) => !isDone(result));
  return {
    outcome: bad.length === 0 ? 'done' : bad.length === results.length ? 'failed' : 'partly',
    code: bad[0]?.code || bad[0]?.status || '',
    answer: bad[0]?.answer ?? '',
    results: results.map(({ room, identity, trackSid, status, answer }) => ({
      target: [identity || room, trackSid].filter(Boolean).join(' '),
      status,
      answer,
    })),
  };
}

export function reportOf(results: TargetResult[], auditNo: number, undo: Undo | null = null): ActionReport {
  const ok = results.filter(isDone).length;
  return { results, ok, failed: results.length - ok, undo, auditNo };
}
