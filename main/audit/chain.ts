import type { AuditBreak } from '../contract/audit';
import { type AuditLine, auditLine, genesis, type Head, hashOf } from './line';

type Verified = { count: number; breaks: AuditBreak[]; head: Head };

/** More than anyone looks at; a file that is something else altogether has as many as it has lines. */
const mostBreaks = 500;

/** A line, and the hash that it has now. */
export function readLine(text: string): { line: AuditLine; found: string } | undefined {
  try {
    const line = auditLine.parse(JSON.parse(text));
    return { line, found: hashOf(text, line.previous) };
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
 * Takes the lines of a log one after the other, keeps none of them, and names every place (500 at most) where it is no longer what was
 * written. A break is told once: what follows is held against what stands there now.
 */
export function createVerifier() {
  const breaks: AuditBreak[] = [];
  const tell = (one: AuditBreak) => void (breaks.length < mostBreaks && breaks.push(one));
  let last: Last = { no: 0, hash: genesis, time: '' };
  let count = 0;
  return {
    take(text: string) {
      const at = count;
      count += 1;
      const read = readLine(text);
      if (!read) {
        tell({ no: last.no + 1, line: at + 1, why: 'unreadable', time: '', written: '', found: '' });
        last = { no: last.no + 1, hash: null, time: '' };
        return;
      }
      const { line, found } = read;
      const link = linkBreak(line, last, at);
      if (link) tell(link);
      if (found !== line.hash) tell({ no: line.no, line: at + 1, why: 'changed', time: line.time, written: line.hash, found });
      last = { no: line.no, hash: line.hash, time: line.time };
    },
    /** `known`: the last line that the console knows it wrote, so that a log cut short at its end is seen, too. */
    end(known: Head): Verified {
      if (known.no <= last.no) return { count, breaks, head: { no: last.no, hash: last.hash ?? genesis } };
      tell({ no: last.no + 1, line: count + 1, why: 'missing', time: '', written: known.hash, found: last.hash ?? '' });
      return { count, breaks, head: known };
    },
  };
}
