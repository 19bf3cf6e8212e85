/**
 * Whether a room's name fits a pattern in which `*` stands for any text. Not by a regular expression: one made of many stars takes
 * as long as an attacker likes.
 */
export function fitsPattern(pattern: string, name: string): boolean {
  let [at, atStar, inName, inNameAtStar] = [0, -1, 0, 0];
  while (inName < name.length) {
    if (pattern[at] === '*') {
      [atStar, inNameAtStar] = [at, inName];
      at += 1;
    } else if (pattern[at] === name[inName]) {
      at += 1;
      inName += 1;
    } else if (atStar >= 0) {
      // The last star takes one more letter.
      inNameAtStar += 1;
      [at, inName] = [atStar + 1, inNameAtStar];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

/** No pattern: any room. */
export const isRoomAllowed = (patterns: readonly string[], name: string): boolean =>
  patterns.length === 0 || patterns.some((pattern) => fitsPattern(pattern, name));
