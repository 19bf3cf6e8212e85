import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import type { Emit, Handlers } from '../application';
import type { AuditChain, AuditEntry } from '../contract/audit';
import { Refusal } from '../contract/result';
import { dataDir } from '../data-dir';
import { log } from '../log';
import { redact } from '../redact';
import type { SettingsStore } from '../settings/settings';
import { auditAsCsv, auditAsJson } from './export';
import { type LogState, openLogFile } from './log-file';
import { createSearches } from './searches';

/** What is about to be done. */
export type Act = Pick<AuditEntry, 'action' | 'profile' | 'room' | 'targets' | 'reason'> &
  Partial<Pick<AuditEntry, 'details' | 'actor' | 'operator'>>;
/** What became of it. `details` add to those of the act. */
export type Outcome = Pick<AuditEntry, 'code' | 'results'> & {
  outcome: 'done' | 'partly' | 'failed';
  answer?: string;
  details?: Record<string, unknown>;
};
export const allDone: Outcome = { outcome: 'done', code: '', results: [] };

export interface Audit {
  /** Who acts, as it is written down. */
  operator(): string;
  /**
   * Writes down what is about to be done, does it, writes down what became of it, failures included. Nothing is done where the
   * first cannot be written: throws `audit-unwritable`. What `run` throws comes through.
   */
  act<T>(act: Act, run: () => Promise<{ value: T; outcome: Outcome }>): Promise<{ value: T; auditNo: number }>;
  /**
   * Writes down many that have an outcome already, at once, before anybody gets their answers. The disk has them within a second.
   * Throws `audit-unwritable`.
   */
  record(done: readonly (Act & Outcome & { ms: number })[]): void;
}

const tellMs = 250;

export type AuditCalls = 'audit.list' | 'audit.verify' | 'audit.export';

/** The trace of all that was done, verified when the console starts. */
export function createAudit(
  settings: SettingsStore,
  emit: Emit,
  file = path.join(dataDir, 'audit.jsonl'),
): { audit: Audit; handlers: Pick<Handlers, AuditCalls> } {
  const logFile = openLogFile(file);
  const searches = createSearches(logFile);
  let chain: AuditChain = { lines: 0, checkedAt: new Date().toISOString(), breaks: [], tornFile: null, writable: true, file };

  function verified({ count, breaks, tornFile }: LogState): AuditChain {
    chain = { ...chain, lines: count, breaks, tornFile: tornFile ?? chain.tornFile, writable: true, checkedAt: new Date().toISOString() };
    return chain;
  }
  function unreadable(error: unknown): AuditChain {
    log.error('audit: cannot be read', error);
    chain = { ...chain, writable: false, checkedAt: new Date().toISOString() };
    return chain;
  }
  try {
    verified(logFile.read());
  } catch (error) {
    unreadable(error);
  }
  const verify = () => logFile.verify().then(verified, unreadable);
  if (chain.breaks.length > 0) log.warn('audit: the chain is broken at', chain.breaks.map(({ no }) => no).join(', '));

  let willTell = false;
  /** The page asks anew when it is told, so a thousand entries a second are told of four times. */
  function tellAdded() {
    if (willTell) return;
    willTell = true;
    setTimeout(() => {
      willTell = false;
      emit('audit.added', { lines: chain.lines });
    }, tellMs).unref();
  }

  const operator = () => settings.get('preferences').operator || os.userInfo().username;
  function append(...[lines, how]: Parameters<typeof logFile.append>): number {
    try {
      const first = logFile.append(lines, how);
      chain = { ...chain, lines: chain.lines + lines.length };
      if (!chain.writable) {
        chain = { ...chain, writable: true };
        emit('audit.chainChanged', chain);
      }
      return first;
    } catch (error) {
      chain = { ...chain, writable: false };
      emit('audit.chainChanged', chain);
      throw error;
    }
  }

  /** Not kept anywhere else: a log of years is large. */
  async function texts(): Promise<string[]> {
    const all: string[] = [];
    for await (const part of logFile.textsFrom(0)) for (const text of part.texts) all.push(text);
    return all;
  }

  const asBegun = ({ action, profile, room, targets, reason, ...given }: Act) => ({
    operator: given.operator ?? operator(),
    actor: given.actor ?? ('operator' as const),
    profile,
    action,
    room,
    targets,
    reason,
    details: given.details ?? {},
  });

  function record(done: readonly (Act & Outcome & { ms: number })[]) {
    const time = new Date().toISOString();
    const lines = done.map((given) => {
      const { outcome, code, results, answer = '', ms } = given;
      const ended = { outcome, code, results, answer: answer && redact(answer), ms };
      return { phase: 'whole' as const, id: randomUUID(), time, ...asBegun(given), ...ended };
    });
    append(lines, { durable: false });
    tellAdded();
  }

  async function act<T>(given: Act, run: () => Promise<{ value: T; outcome: Outcome }>) {
    const id = randomUUID();
    const started = performance.now();
    const no = append([{ phase: 'begin', id, time: new Date().toISOString(), ...asBegun(given) }]);
    const end = ({ answer = '', details = {}, ...outcome }: Outcome) => {
      try {
        const ms = Math.round(performance.now() - started);
        append([{ phase: 'end', id, time: new Date().toISOString(), ...outcome, answer: redact(answer), details, ms }]);
        tellAdded();
      } catch {
        // It has been done and that it began is on record: the entry stays `unknown`, and the next action is refused.
      }
    };
    try {
      const { value, outcome } = await run();
      end(outcome);
      return { value, auditNo: no };
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'internal';
      end({ outcome: 'failed', code, results: [], answer: (error instanceof Refusal && error.details.answer) || '' });
      throw error;
    }
  }

  return {
    audit: { operator, act, record },
    handlers: {
      'audit.list': async (request) => ({ ...(await searches.page(request)), chain }),
      async 'audit.verify'() {
        emit('audit.chainChanged', await verify());
        return chain;
      },
      async 'audit.export'({ format, ...filter }) {
        await verify();
        const found = await searches.all(filter);
        const filename = `roomkeeper-audit-${new Date().toISOString().slice(0, 10)}.${format}`;
        return { filename, text: format === 'csv' ? auditAsCsv(found) : auditAsJson(found, chain, await texts()) };
      },
    },
  };
}
