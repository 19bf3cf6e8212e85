import { hash } from 'node:crypto';
import { z } from 'zod';
import { auditEntry, auditOutcomes } from '../contract/audit';

const chained = {
  no: z.int().min(1),
  time: z.iso.datetime(),
  /** Ties the two lines of one action together. */
  id: z.uuid(),
  previous: z.string(),
  hash: z.string(),
};
const { operator, actor, profile, action, room, targets, reason, details, results, ms } = auditEntry.shape;

const begun = { operator, actor, profile, action, room, targets, reason, details };
const ended = {
  outcome: z.enum(auditOutcomes).exclude(['unknown']),
  code: z.string(),
  answer: z.string(),
  results,
  details,
  ms: ms.unwrap(),
};

/**
 * An action is two lines: that it is about to begin, and what became of it. The first is on disk before anything happens. What
 * changes nothing until its answer is given away, as a token does not, is one line (`whole`), written before that.
 */
export const auditLine = z.discriminatedUnion('phase', [
  z.strictObject({ ...chained, phase: z.literal('begin'), ...begun }),
  z.strictObject({ ...chained, phase: z.literal('end'), ...ended }),
  z.strictObject({ ...chained, phase: z.literal('whole'), ...begun, ...ended }),
]);
export type AuditLine = z.output<typeof auditLine>;
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type UnchainedLine = Without<AuditLine, 'no' | 'previous' | 'hash'>;

/** What the first line follows. */
export const genesis = '0'.repeat(64);

const digest = (previous: string, text: string) => hash('sha256', `${previous}\n${text}`);

const ownHash = /,"hash":"[0-9a-f]{64}"\}$/;
/**
 * SHA-256 over the previous hash and the text of a line without its own hash. Over its letters and not over what JSON.parse makes of them:
 * V8 13.6 (Node 24.21) takes the key `a"` for `a\` where it has met an object with that one.
 */
export const hashOf = (text: string, previous: string): string => digest(previous, text.replace(ownHash, '}'));

export type Head = { no: number; hash: string };

/**
 * The text of a line that has its number, its predecessor and its hash. What is hashed is the very text that is written, as a reader will
 * find it, and not what a schema makes of it: that leaves out a key such as `__proto__`.
 */
export function chain(line: UnchainedLine, { no: last, hash: previous }: Head): { text: string; head: Head } {
  const no = last + 1;
  const text = `${JSON.stringify(line).slice(0, -1)},"no":${no},"previous":"${previous}"`;
  const own = digest(previous, `${text}}`);
  return { text: `${text},"hash":"${own}"}\n`, head: { no, hash: own } };
}
