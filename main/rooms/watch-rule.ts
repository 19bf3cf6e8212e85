import type { Participant } from '../contract/participants';
import type { WatchRule } from '../contract/watch';

/**
 * `*` any text, `?` one character. Not a regular expression: identities are chosen by strangers, and a bad pattern over a bad identity
 * must not stop the console. Linear but for one step back at the last `*`.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const [letters, marks] = [[...text], [...pattern]];
  let [at, mark, star, resume] = [0, 0, -1, 0];
  while (at < letters.length) {
    if (marks[mark] === '*') {
      star = mark++;
      resume = at;
    } else if (mark < marks.length && (marks[mark] === '?' || marks[mark] === letters[at])) {
      at += 1;
      mark += 1;
    } else if (star >= 0) {
      mark = star + 1;
      at = ++resume;
    } else return false;
  }
  return marks.slice(mark).every((left) => left === '*');
}

/** Whom a rule removes. Agents, recorders and hidden observers pass a gate; a ban names them by identity, so it meant them. */
export function isUnwanted({ identity, permission, kind }: Participant, rule: WatchRule): boolean {
  if (rule.kind === 'gate') {
    const serves = permission.agent || permission.recorder || kind === 'agent' || kind === 'egress' || kind === 'ingress';
    return !serves && !rule.roster.includes(identity);
  }
  if (rule.how === 'identity') return identity === rule.text;
  return rule.how === 'prefix' ? identity.startsWith(rule.text) : matchesPattern(identity, rule.text);
}
