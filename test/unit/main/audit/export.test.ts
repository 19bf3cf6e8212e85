import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditAsCsv, csvCell } from '../../../../main/audit/export';
import type { AuditEntry } from '../../../../main/contract/audit';

const entry = (given: Partial<AuditEntry>): AuditEntry => ({
  no: 1,
  time: '2026-11-24T15:41:31.207Z',
  operator: 'l.brandt',
  actor: 'operator',
  profile: { id: 'id', name: 'Harbor' },
  action: 'participants.mute',
  room: 'clinic',
  targets: ['ada'],
  reason: '',
  details: {},
  outcome: 'done',
  code: '',
  answer: '',
  results: [],
  ms: 3,
  hash: 'h',
  previous: 'p',
  ...given,
});
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '|', '%', ' =', '"=', '\u00a0='), fc.string())
    .map((parts) => parts.join('')),
);

test('no cell of an export is a formula, whatever strangers chose as names', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (room, target, reason) => {
      const [, row = []]: string[][] = parse(auditAsCsv([entry({ room, targets: [target], reason })]));
      expect(row.length).toBe(14);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n＝＋－＠|%]/);
    }),
  );
});

test('a spreadsheet reads back what was written, with a quote before what would have been a formula', () => {
  fc.assert(
    fc.property(hostile, (reason) => {
      const [, row = []]: string[][] = parse(auditAsCsv([entry({ reason })]));
      expect([reason, `'${reason}`]).toContain(row[8]);
    }),
  );
});

test('known attacks are made text', () => {
  for (const attack of ['=cmd|"/C calc"!A0', '+1', '-1+1', '@SUM(A1)', '\t=1', '＝1'])
    expect(csvCell(attack)).toBe(`"'${attack.replaceAll('"', '""')}"`);
  expect(csvCell('plain "quoted", text')).toBe('"plain ""quoted"", text"');
});
