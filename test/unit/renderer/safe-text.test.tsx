import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { marked, pieces, SafeText, safeString } from '../../../renderer/ui/safe-text';

test.each([
  ['ada\u202eadmin', 'ada[U+202E]admin'],
  ['a\u200bb', 'a[U+200B]b'],
  ['ad\u200dmin', 'ad[U+200D]min'],
  ['line\nbreak', 'line[U+000A]break'],
  ['\u0000', '[U+0000]'],
  ['soft\u00adhyphen', 'soft[U+00AD]hyphen'],
  ['tag\u{e0041}', 'tag[U+E0041]'],
  ['\ud800lone', '[U+D800]lone'],
])('%j is shown as %s', (text, shown) => {
  expect(safeString(text)).toBe(shown);
});

test.each(['Mei Lin 林美', 'שלום', 'Bára Nováková', '👩‍⚕️', 'مرحبا', 'می‌خواهم'])('%s is shown as it is', (text) => {
  expect(safeString(text)).toBe(text);
});

test('markup of a stranger is text, never elements', () => {
  document.body.innerHTML = renderToStaticMarkup(<SafeText text={'<img src=x onerror="alert(1)">'} />);
  expect(document.querySelector('img')).toBeNull();
  expect(document.body.textContent).toBe('<img src=x onerror="alert(1)">');
});

test('nothing that is shown as text is odd, and nothing is left out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = pieces(text);
      expect(shown.some((piece) => !piece.odd && /[\p{Cc}\u202a-\u202e\u200b]/u.test(piece.text))).toBe(false);
      const length = shown.reduce((sum, piece) => sum + (piece.odd ? 1 : [...piece.text].length), 0);
      expect(length).toBe([...text].length);
    }),
  );
});

test('64 KB are cut, and the cut never halves a character', () => {
  expect(safeString('😀'.repeat(32_000), 11)).toBe(`${'😀'.repeat(5)}…`);
});

test.each([
  ['Karin Albrecht', 'ALBR', ['Albr']],
  ['4711-4711', '4711', ['4711', '4711']],
  ['patient', '', []],
  ['İstanbul', 'stan', []], // longer in lower case: its places are not those of the text
])('in %j the search %j marks %j', (text, search, expected) => {
  expect(
    marked(text, search)
      .filter((part) => part.marked)
      .map((part) => part.text),
  ).toEqual(expected);
});

test('marking leaves nothing out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ maxLength: 3 }), (text, search) => {
      expect(
        marked(text, search)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('what is marked of a stranger is still written out where it is odd', () => {
  document.body.innerHTML = renderToStaticMarkup(<SafeText text={'ada\u202eadmin'} mark={'a\u202ea'} />);
  expect(document.querySelector('mark .odd-mark')?.textContent).toBe('U+202E');
});
