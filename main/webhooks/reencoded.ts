import { createHash } from 'node:crypto';

/** As LiveKit's tokens hold it: SHA-256 in base64. */
export const bodyHash = (body: Buffer | string): string => createHash('sha256').update(body).digest('base64');

/**
 * JSON on one line with a blank after each comma and none after a colon: livekit-server writes with or without these blanks, by build.
 * `JSON.stringify` escapes line ends in strings, so that each line here begins with a key, a value or a bracket.
 */
const withBlanks = (value: unknown) =>
  JSON.stringify(value, null, 1)
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^("(?:[^"\\]|\\.)*"): /, '$1:')
        .replace(/,$/, ', '),
    )
    .join('');

/** How a program in between may have written the body anew, and how the server would have written it. */
const writings: [how: string, write: (text: string) => string][] = [
  ['blanks', (text) => text.trim()],
  ['mark', (text) => text.replace(/^\ufeff/, '')],
  ['json', (text) => JSON.stringify(JSON.parse(text))],
  ['json', (text) => withBlanks(JSON.parse(text))],
];

/** In which way the body was written anew, where another writing of the same JSON has the signed hash; undefined: its content differs. */
export function reencodedBy(body: Buffer, signedHash: string): string | undefined {
  const text = body.toString();
  return writings.find(([, write]) => {
    try {
      return bodyHash(write(text)) === signedHash;
    } catch {
      return false; // no JSON
    }
  })?.[0];
}
