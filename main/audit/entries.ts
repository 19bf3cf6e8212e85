import type { z } from 'zod';
import { type AuditEntry, type auditRequest, consoleActs } from '../contract/audit';
import type { AuditLine } from './line';

export type Filter = Omit<z.output<typeof auditRequest>, 'before' | 'limit'>;

/** Makes one entry of the two lines of an action. Holds only those that have begun and not ended: under way, or cut short by a crash. */
export function createPairing() {
  const begun = new Map<string, AuditEntry>();
  return {
    /** In the order in which they began; their outcome is `unknown`. */
    open: () => [...begun.values()],
    /** Answers the entry that this line makes whole. */
    take(line: AuditLine): AuditEntry | undefined {
      if (line.phase === 'end') {
        const entry = begun.get(line.id);
        if (!entry) return undefined;
        begun.delete(line.id);
        const { outcome, code, answer, results, ms, details } = line;
        return { ...entry, outcome, code, answer, results, ms, details: { ...entry.details, ...details } };
      }
      const { id, phase, ...rest } = line;
      const entry: AuditEntry = { outcome: 'unknown', code: '', answer: '', results: [], ms: null, ...rest };
      if (phase === 'whole') return entry;
      begun.set(id, entry);
      return undefined;
    },
  };
}

const words = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
const textOf = ({ no, operator, actor, profile, action, room, targets, reason, answer, code, results }: AuditEntry) =>
  [no, operator, actor, profile?.name, action, room, reason, answer, code, ...targets, ...results.map(({ status }) => status)]
    .join('\n')
    .toLowerCase();

const isAny = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
const isBetween = (time: string, since: string | null, until: string | null) => time >= (since ?? '') && time <= (until ?? '~');

const isOf = ({ profile }: AuditEntry, profileId: string | null) => profileId === null || profile?.id === profileId;

/** Whether an entry is what was asked for. */
export function matcherOf({ text, profileId, actions, outcomes, since, until }: Filter): (entry: AuditEntry) => boolean {
  const wanted = words(text);
  return (entry) => {
    if (!isOf(entry, profileId) || !isAny(actions, entry.action) || !isAny(outcomes, entry.outcome)) return false;
    if (!isBetween(entry.time, since, until)) return false;
    const haystack = wanted.length > 0 ? textOf(entry) : '';
    return wanted.every((word) => haystack.includes(word));
  };
}

export const noCounts = { today: 0, failed: 0, removals: 0, tokens: 0, console: 0 };
export type Counts = typeof noCounts;

const isConsoleAct = (action: string) => consoleActs.some((one) => one === action);
/** Of one profile, or of all; `today`: its beginning as an ISO time. */
export function counted(counts: Counts, entry: AuditEntry, profileId: string | null, today: string): Counts {
  if (!isOf(entry, profileId)) return counts;
  const { time, outcome, action } = entry;
  return {
    today: counts.today + Number(time >= today),
    failed: counts.failed + Number(outcome === 'failed' || outcome === 'partly'),
    removals: counts.removals + Number(action === 'participants.remove'),
    tokens: counts.tokens + Number(action.startsWith('tokens.')),
    console: counts.console + Number(isConsoleAct(action)),
  };
}
