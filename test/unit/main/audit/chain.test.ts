import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVerifier } from '../../../../main/audit/chain';
import { chain, genesis, type Head, hashOf } from '../../../../main/audit/line';

const text = fc.string({ unit: 'grapheme' });
const written = fc.record({
  operator: text,
  room: text,
  reason: text,
  targets: fc.array(text),
  details: fc.dictionary(text, fc.jsonValue()),
});

/** A log as it is written, by whoever. */
const log = fc.array(written, { minLength: 2, maxLength: 8 }).map((entries) => {
  let head: Head = { no: 0, hash: genesis };
  const lines = entries.map((entry) => {
    const next = chain(
      {
        ...entry,
        phase: 'begin',
        id: randomUUID(),
        time: new Date().toISOString(),
        actor: 'operator',
        profile: null,
        action: 'rooms.close',
      },
      head,
    );
    head = next.head;
    return next.text.trimEnd();
  });
  return { lines, head };
});
function verifyChain(lines: string[], known: Head = { no: 0, hash: genesis }) {
  const verifier = createVerifier();
  for (const line of lines) verifier.take(line);
  return verifier.end(known);
}
const somewhere = fc.nat();
const at = (position: number, lines: string[]) => position % lines.length;
const edit = (line: string, change: object) => JSON.stringify({ ...JSON.parse(line), ...change });

test('a log that nobody touched holds, whatever strangers’ names are in it', () => {
  fc.assert(
    fc.property(log, ({ lines, head }) => {
      expect(verifyChain(lines, head)).toMatchObject({ breaks: [], head });
    }),
  );
});

test('a key that V8 reads as another does not make its line a changed one', () => {
  // In this order V8 13.6 reads the second `a"` as `a\\`.
  const details = [
    { '"': null, 'a\\': null, '': {} },
    { '"': null, 'a"': null, '': {} },
  ];
  const entry = { phase: 'begin', actor: 'operator', profile: null, action: 'rooms.close', operator: '', room: '', reason: '' } as const;
  let head: Head = { no: 0, hash: genesis };
  const lines = details.map((one) => {
    const next = chain({ ...entry, id: randomUUID(), time: new Date().toISOString(), targets: [], details: one }, head);
    head = next.head;
    return next.text.trimEnd();
  });
  expect(verifyChain(lines, head)).toMatchObject({ breaks: [], head });
});

test('one edited entry is named, and only that one', () => {
  fc.assert(
    fc.property(log, somewhere, ({ lines, head }, position) => {
      const index = at(position, lines);
      const edited = lines.with(index, edit(lines[index] ?? '', { reason: 'something else entirely' }));
      expect(verifyChain(edited, head).breaks).toMatchObject([{ no: index + 1, line: index + 1, why: 'changed' }]);
    }),
  );
});

test('an edited entry that was given a fitting hash is still named, by the one after it', () => {
  fc.assert(
    fc.property(log, somewhere, ({ lines, head }, position) => {
      const index = at(position, lines.slice(1));
      const changed = edit(lines[index] ?? '', { reason: 'something else entirely' });
      const fitting = hashOf(changed, JSON.parse(changed).previous);
      const edited = lines.with(index, changed.replace(/[0-9a-f]{64}(?="\}$)/, fitting));
      expect(verifyChain(edited, head).breaks).toMatchObject([{ no: index + 1, why: 'changed' }]);
    }),
  );
});

test('an entry that was taken out is missed, also the first and the last', () => {
  fc.assert(
    fc.property(log, somewhere, ({ lines, head }, position) => {
      const index = at(position, lines);
      const { breaks } = verifyChain(lines.toSpliced(index, 1), head);
      expect(breaks).toMatchObject([{ why: 'missing' }]);
    }),
  );
});

test('two entries that changed places are seen', () => {
  fc.assert(
    fc.property(log, ({ lines, head }) => {
      const [first = '', second = ''] = lines;
      expect(verifyChain(lines.with(0, second).with(1, first), head).breaks.length).toBeGreaterThan(0);
    }),
  );
});

test('a line that is no entry is named, and what follows is held against itself again', () => {
  fc.assert(
    fc.property(log, somewhere, text, ({ lines, head }, position, scribble) => {
      const index = at(position, lines.slice(1));
      const { breaks } = verifyChain(lines.with(index, `#${scribble.replaceAll('\n', ' ')}`), head);
      expect(breaks).toMatchObject([{ line: index + 1, why: 'unreadable' }]);
    }),
  );
});
