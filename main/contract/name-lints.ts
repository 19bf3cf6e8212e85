import { amber, type Lint, plain, red } from './token-lints';

/**
 * livekit-server's limits, in bytes of UTF-8 (default configuration, run on 1.13.5). Attributes: keys and values together. The
 * name's holds for a later change alone: a join takes any.
 */
export const limits = { identity: 256, room: 256, name: 256, metadata: 512 * 1024, attributes: 64 * 1024 };

/** Signs of ASCII, blanks only between them, as most names are: each is one byte, and none is hidden. */
const everyday = /^(?:[!-~](?:[ -~]*[!-~])?)?$/;

const encoder = new TextEncoder();
/** How many bytes of UTF-8 it takes. */
export const bytesOf = (text: string): number => (everyday.test(text) ? text.length : encoder.encode(text).length);

/** The longest beginning that fits, never half a character. */
export function cutToBytes(text: string, longest: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > longest) break;
    kept += character;
  }
  return kept;
}

/**
 * Characters that do not show, look like a plain blank or turn the text around: controls, line ends, lone surrogates, fillers, blanks of
 * other widths, bidi overrides, zero widths. Those that an emoji is made of are none, but only within one that Unicode recommends: a
 * character that may follow an emoji could else hide behind any. The server takes them all, and two names that look alike are two.
 */
const emojiOrHidden = /\p{RGI_Emoji}|([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}[\p{Zs}--[ ]]])/gv;

const hiddenIn = (text: string) => [...text.matchAll(emojiOrHidden)].flatMap(([, hidden]) => hidden ?? []);
const withoutHidden = (text: string) => text.replace(emojiOrHidden, (found, hidden?: string) => (hidden ? '' : found)).trim();

/** The first odd character as its code point; undefined where there is none. */
function oddCharacter(text: string): string | undefined {
  if (everyday.test(text)) return undefined;
  const found = hiddenIn(text)[0] ?? (/^\s|\s$/.exec(text) ?? [])[0];
  return found === undefined ? undefined : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const codes = {
  identity: { long: 'identity-too-long', odd: 'identity-odd' },
  room: { long: 'room-too-long', odd: 'room-odd' },
} as const;

/** An identity or the name of a room against what the server takes and what people can tell apart. */
export function nameLints(field: 'identity' | 'room', text: string): Lint[] {
  const character = oddCharacter(text);
  const [bytes, limit] = [bytesOf(text), limits[field]];
  const cleaned = character && withoutHidden(text);
  return [
    ...(bytes > limit ? [red(codes[field].long, { values: { bytes, limit }, cure: { [field]: cutToBytes(text, limit) } })] : []),
    ...(character ? [amber(codes[field].odd, { values: { character }, ...(cleaned && { cure: { [field]: cleaned } }) })] : []),
  ];
}

/** A display name that a join takes, and a later change through the API would not. */
export function displayNameLints(name: string): Lint[] {
  const [bytes, limit] = [bytesOf(name), limits.name];
  return bytes > limit ? [plain('name-long', { values: { bytes, limit }, cure: { name: cutToBytes(name, limit) } })] : [];
}
