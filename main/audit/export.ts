import type { AuditChain, AuditEntry } from '../contract/audit';

const columns = ['no', 'time', 'operator', 'actor', 'server', 'action', 'room', 'targets', 'reason', 'outcome', 'code', 'answer'] as const;

/** A spreadsheet runs a cell that begins like this, also behind blanks and in full width. A quote before it makes it text. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠|%]/;
export const csvCell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const cells = (entry: AuditEntry) => [
  String(entry.no),
  entry.time,
  entry.operator,
  entry.actor,
  entry.profile?.name ?? '',
  entry.action,
  entry.room,
  entry.targets.join(' '),
  entry.reason,
  entry.outcome,
  entry.code,
  entry.answer,
  entry.results.map(({ target, status }) => `${target}: ${status}`).join('; '),
  entry.hash,
];

/** RFC 4180, every cell quoted; no cell is read as a formula. */
export const auditAsCsv = (entries: AuditEntry[]): string =>
  [[...columns, 'results', 'hash'], ...entries.map(cells)].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** `lines`: the log as it stands on disk, for whoever wants to verify the chain for themselves. */
export const auditAsJson = (entries: AuditEntry[], chain: AuditChain, lines: string[]): string =>
  JSON.stringify({ exportedAt: new Date().toISOString(), chain, entries, lines }, null, 2);
