/**
 * Text as a literal of each language. What does not show (controls, bidi overrides, zero widths, line ends, lone surrogates) is
 * always written as an escape: pasted code must not read otherwise than it runs.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
const isLone = (code: number) => code >= 0xd800 && code <= 0xdfff;
const replaced = 0xfffd; // what Go, Ruby and every shell make of half a character
const byCode = (text: string, write: (code: number) => string) => text.replace(unseen, (character) => write(character.codePointAt(0) ?? 0));

/** `\u202e`, as UTF-16 units. */
const units = (code: number) =>
  String.fromCodePoint(code)
    .split('')
    .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
    .join('');

const quoted = (text: string, write: (code: number) => string, special = /["\\]/g) => `"${byCode(text.replace(special, '\\$&'), write)}"`;

export const jsText = (text: string) => quoted(text, units);
export const pythonText = (text: string) => quoted(text, (code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`));
/** Go takes no half of a surrogate pair. */
export const goText = (text: string) =>
  quoted(text, (code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(isLone(code) ? replaced : code, 4)}`));
export const rubyText = (text: string) => quoted(text, (code) => `\\u{${hex(isLone(code) ? replaced : code, 1)}}`, /["\\#]/g);
/** Java reads \u escapes before it reads the literal: a line end written so would end it. */
export const javaText = (text: string) => quoted(text, (code) => (code < 0x100 ? `\\${code.toString(8).padStart(3, '0')}` : units(code)));

/** `'…'`, or `$'…'` of bash and zsh where something does not show. A shell's words hold no NUL. */
export function shellText(text: string): string {
  if (text.search(unseen) < 0) return `'${text.replaceAll("'", "'\\''")}'`;
  const bytes = (code: number) =>
    [...Buffer.from(String.fromCodePoint(isLone(code) ? replaced : code))].map((byte) => `\\x${hex(byte, 2)}`).join('');
  return `$'${byCode(text.replace(/['\\]/g, '\\$&'), bytes)}'`;
}

/** JSON in which nothing hides. */
export const json = (value: unknown): string => byCode(JSON.stringify(value), units);
