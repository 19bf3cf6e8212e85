import type { AuditBreak } from '../contract/audit';
import { type AuditLine, auditLine, genesis, type Head, hashOf } from './line';

type Verified = { lines: AuditLine[]; breaks: AuditBreak[]; head: Head };

/** A line, and the hash that its JSON has now. */
export function readLine(text: string): { line: AuditLine; found: string } | undefined {
  try {
    const json = JSON.parse(text);
    return { line: auditLine.parse(json), found: hashOf(json) };
  } catch {
    return undefined;
  }
}

type Last = { no: number; hash: string | null; time: string };

/** Where a line does not follow on from the one before it. */
function linkBreak(line: AuditLine, last: Last, at: number): AuditBreak | undefined {
  // After an unreadable line there is nothing to hold it against.
  if (last.hash === null || line.previous === last.hash) return undefined;
  const hashes = { written: line.previous, found: last.hash };
  // Numbers that follow on: the line before was changed and given a new hash. Else lines were taken out or put in.
  if (line.no === last.no + 1 && last.no > 0) return { no: last.no, line: at, why: 'changed', time: last.time, ...hashes };
  return { no: line.no, line: at + 1, why: 'missing', time: line.time, ...hashes };
}

/**
 * Reads the lines of a log and names every place where it is no longer what was written. `known`: the last line that the console knows
 * it wrote, so that a log cut short at its end is seen, too. A break is told once: what follows is held against what stands there now.
 */
export function verifyChain(texts: string[], known: Head = { no: 0, hash: genesis }): Verified {
  const lines: AuditLine[] = [];
  const breaks: AuditBreak[] = [];
  let last: Last = { no: 0, hash: genesis, time: '' };
  for (const [at, text] of texts.entries()) {
    const read = readLine(text);
    if (!read) {
      breaks.push({ no: last.no + 1, line: at + 1, why: 'unreadable', time: '', written: '', found: '' });
      last = { no: last.no + 1, hash: null, time: '' };
      continue;
    }
    const { line, found } = read;
    const link = linkBreak(line, last, at);
    if (link) breaks.push(link);
    if (found !== line.hash) breaks.push({ no: line.no, line: at + 1, why: 'changed', time: line.time, written: line.hash, found });
    lines.push(line);
    last = { no: line.no, hash: line.hash, time: line.time };
  }
  if (known.no <= last.no) return { lines, breaks, head: { no: last.no, hash: last.hash ?? genesis } };
  breaks.push({ no: last.no + 1, line: texts.length + 1, why: 'missing', time: '', written: known.hash, found: last.hash ?? '' });
  return { lines, breaks, head: known };
}
