import { randomBytes } from 'node:crypto';
import type { Lint, TokenRequestOutput } from '../contract/tokens';
import { amber, red } from './finding';

/**
 * livekit-server's limits, in bytes of UTF-8 (default configuration, run on 1.13.5). Attributes: keys and values together. The
 * name's holds for a later change alone: a join takes any.
 */
export const limits = { identity: 256, room: 256, name: 256, metadata: 512 * 1024, attributes: 64 * 1024 };

export const bytesOf = (text: string) => Buffer.byteLength(text);

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

export const uniqueIdentity = (beginning = 'guest') =>
  `${cutToBytes(beginning, limits.identity - 9).replace(/-[0-9a-f]{8}$/, '')}-${randomBytes(4).toString('hex')}`;

/**
 * Characters that do not show or turn the text around: controls, line ends, lone surrogates, bidi overrides, zero widths. A joiner
 * inside an emoji is none. The server takes them all, and two identities that look alike are two people.
 */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\p{Cf}/gu;

/** The first odd character as its code point; undefined where there is none. */
function oddCharacter(text: string): string | undefined {
  const found = text.match(hidden)?.[0] ?? (/^\s|\s$/.exec(text) ?? [])[0];
  return found === undefined ? undefined : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

type Named = 'identity' | 'room';
const codes = {
  identity: { long: 'identity-too-long', odd: 'identity-odd' },
  room: { long: 'room-too-long', odd: 'room-odd' },
} as const;

function nameLints(field: Named, text: string): Lint[] {
  const character = oddCharacter(text);
  const cleaned = text.replace(hidden, '').trim();
  return [
    ...(bytesOf(text) > limits[field]
      ? [
          red(codes[field].long, {
            values: { bytes: bytesOf(text), limit: limits[field] },
            cure: { [field]: cutToBytes(text, limits[field]) },
          }),
        ]
      : []),
    ...(character ? [amber(codes[field].odd, { values: { character }, ...(cleaned && { cure: { [field]: cleaned } }) })] : []),
  ];
}

/** Identity, room, name, metadata and attributes against what the server takes. */
export function textLints({ identity, room, name, metadata, attributes, grants }: TokenRequestOutput): Lint[] {
  const attributeBytes = Object.entries(attributes).reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0);
  return [
    ...(grants.roomJoin && identity === '' ? [red('no-identity', { cure: { identity: uniqueIdentity() } })] : []),
    ...nameLints('identity', identity),
    ...(grants.roomJoin && room === '' ? [red('no-room')] : []),
    ...(grants.roomAdmin && !grants.roomJoin && room === '' ? [red('admin-needs-room')] : []),
    ...nameLints('room', room),
    ...(bytesOf(name) > limits.name
      ? [amber('name-too-long', { values: { bytes: bytesOf(name), limit: limits.name }, cure: { name: cutToBytes(name, limits.name) } })]
      : []),
    ...(bytesOf(metadata) > limits.metadata
      ? [red('metadata-too-big', { values: { bytes: bytesOf(metadata), limit: limits.metadata } })]
      : []),
    ...(attributeBytes > limits.attributes
      ? [red('attributes-too-big', { values: { bytes: attributeBytes, limit: limits.attributes } })]
      : []),
  ];
}
