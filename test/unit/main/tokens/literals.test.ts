import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goText, javaText, json, jsText, pythonText, rubyText, shellText } from '../../../../main/tokens/literals';
import { hostileText } from './requests';

const whole = (text: string) => text.toWellFormed();
const writers = { jsText, pythonText, goText, javaText, rubyText, shellText, json };

test('writes JavaScript that is the text again', () => {
  fc.assert(fc.property(hostileText, (text) => void expect(runInNewContext(jsText(text))).toBe(text)));
});

test('writes JSON that is the text again', () => {
  fc.assert(fc.property(hostileText, (text) => void expect(JSON.parse(json(text))).toBe(text)));
});

test('writes words that a shell reads as the text, byte for byte', () => {
  const texts = fc.sample(hostileText, 300).map((text) => text.replaceAll('\0', ''));
  const script = `printf '%s\\0' ${texts.map(shellText).join(' ')}`;
  const read = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(read).toEqual(texts.map(whole));
});

test.each(Object.entries(writers))('%s hides nothing: no control, no bidi override, no line end is left in the code', (_, write) => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(write(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test.each([
  ['quotes and backslashes', 'a"b\\c', { rubyText: '"a\\"b\\\\c"', goText: '"a\\"b\\\\c"', javaText: '"a\\"b\\\\c"' }],
  ['interpolation', '#{x}', { rubyText: '"\\#{x}"', goText: '"#{x}"', javaText: '"#{x}"' }],
  ['a line end', 'a\nb', { rubyText: '"a\\u{a}b"', goText: '"a\\u000ab"', javaText: '"a\\012b"' }],
  ['a bidi override', '\u202e', { rubyText: '"\\u{202e}"', goText: '"\\u202e"', javaText: '"\\u202e"' }],
  ['a tag character', '\u{e0041}', { rubyText: '"\\u{e0041}"', goText: '"\\U000e0041"', javaText: '"\\udb40\\udc41"' }],
  ['half a surrogate pair', '\ud800', { rubyText: '"\\u{fffd}"', goText: '"\\ufffd"', javaText: '"\\ud800"' }],
])('writes %s as each language wants it', (_, text, expected) => {
  expect({ rubyText: rubyText(text), goText: goText(text), javaText: javaText(text) }).toEqual(expected);
});
