import type { z } from 'zod';
import { type AuditEntry, type auditRequest, consoleActs } from '../contract/audit';
import type { AuditLine } from './line';

type Filter = Omit<z.output<typeof auditRequest>, 'before' | 'limit'>;

/** One entry for each action, in the order in which they began. */
export function createEntries() {
  const all: AuditEntry[] = [];
  const byId = new Map<string, AuditEntry>();
  return {
    all: () => all,
    clear() {
      all.length = 0;
      byId.clear();
    },
    /** Answers the entry that the line began or ended. */
    take(line: AuditLine): AuditEntry | undefined {
      if (line.phase !== 'end') {
        const { id, phase, ...begun } = line;
        const entry: AuditEntry = { outcome: 'unknown', code: '', answer: '', results: [], ms: null, ...begun };
        all.push(entry);
        if (phase === 'begin') byId.set(id, entry);
        return entry;
      }
      const entry = byId.get(line.id);
      if (!entry) return undefined;
      const { outcome, code, answer, results, ms, details } = line;
      return Object.assign(entry, { outcome, code, answer, results, ms, details: { ...entry.details, ...details } });
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

/** The newest first. */
export function findEntries(all: AuditEntry[], { text, profileId, actions, outcomes, since, until }: Filter): AuditEntry[] {
  const wanted = words(text);
  const matches = (entry: AuditEntry) => {
    if (profileId !== null && entry.profile?.id !== profileId) return false;
    if (!isAny(actions, entry.action) || !isAny(outcomes, entry.outcome) || !isBetween(entry.time, since, until)) return false;
    const haystack = wanted.length > 0 ? textOf(entry) : '';
    return wanted.every((word) => haystack.includes(word));
  };
  return all.filter(matches).reverse();
}

const isConsoleAct = (action: string) => consoleActs.some((one) => one === action);
export function countEntries(all: AuditEntry[], profileId: string | null) {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const today = midnight.toISOString();
  const counts = { today: 0, failed: 0, removals: 0, tokens: 0, console: 0 };
  for (const { time, outcome, action, profile } of all) {
    if (profileId !== null && profile?.id !== profileId) continue;
    if (time >= today) counts.today += 1;
    if (outcome === 'failed' || outcome === 'partly') counts.failed += 1;
    if (action === 'participants.remove') counts.removals += 1;
    if (action.startsWith('tokens.')) counts.tokens += 1;
    if (isConsoleAct(action)) counts.console += 1;
  }
  return counts;
}
