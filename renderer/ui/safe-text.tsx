import { Fragment, type ReactNode } from 'react';

/**
 * Characters that hide, reorder or break text: controls, line ends, soft hyphens, zero-width and bidirectional marks, tag characters,
 * variation selectors of the supplement, unpaired surrogates, private use. Identities, names, metadata and room names are chosen
 * by strangers, and the server takes all of these.
 */
const odd =
  /[\p{Cc}\p{Co}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|[\u17b4-\u17b5]|[\u180b-\u180d\u180f]|[\u{e0000}-\u{e0fff}]/u;
/** Emoji and some scripts need the joiners; after a Latin letter, a digit or nothing they only hide. */
const joiner = /[\u200c\u200d]/;
const needsNoJoiner = /^[\p{ASCII}\p{Script=Latin}]?$/u;

const codePoint = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export type Piece = { text: string; odd: boolean };

/** The text in pieces: what can be shown as it is, and each odd character by its code point. */
export function pieces(text: string): Piece[] {
  const result: Piece[] = [];
  let before = '';
  for (const character of text) {
    const last = result.at(-1);
    const isOdd = odd.test(character) || (joiner.test(character) && needsNoJoiner.test(before));
    before = character;
    if (isOdd) result.push({ text: codePoint(character), odd: true });
    else if (last && !last.odd) last.text += character;
    else result.push({ text: character, odd: false });
  }
  return result;
}

/** The same as plain text, for accessible names, tooltips and dialogs. */
export const safeString = (text: string, longest = 120): string => {
  const [shown, cut] = shorten(text, longest);
  return pieces(shown)
    .map((piece) => (piece.odd ? `[${piece.text}]` : piece.text))
    .join('')
    .concat(cut ? '…' : '');
};

const shorten = (text: string, longest: number): [string, boolean] => {
  if (text.length <= longest) return [text, false];
  return [[...text.slice(0, longest + 1)].slice(0, -1).join(''), true];
};

/** Text of a stranger; `mark` is what was searched for in it. `bdi` keeps right-to-left letters from reordering what stands beside them. */
export function SafeText({ text, longest = 256, mark = '' }: { text: string; longest?: number; mark?: string }): ReactNode {
  const [shown, cut] = shorten(text, longest);
  return (
    <bdi>
      {marked(shown, mark).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place.
        <Fragment key={at}>{part.marked ? <mark>{piecesOf(part.text)}</mark> : piecesOf(part.text)}</Fragment>
      ))}
      {cut && '…'}
    </bdi>
  );
}

const piecesOf = (text: string) =>
  pieces(text).map((piece, at) =>
    piece.odd ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place.
      <span key={at} className="odd-mark">
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );

/** The text in parts: where the searched text stands, whatever its case, and the rest. */
export function marked(text: string, search: string): { text: string; marked: boolean }[] {
  const [lower, wanted] = [text.toLowerCase(), search.toLowerCase()];
  // Some letters have a longer lower case: places in it are then none of the text.
  if (wanted === '' || lower.length !== text.length) return [{ text, marked: false }];
  const parts = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), marked: false });
    parts.push({ text: text.slice(at, at + wanted.length), marked: true });
    from = at + wanted.length;
  }
  return from < text.length || from === 0 ? [...parts, { text: text.slice(from), marked: false }] : parts;
}
