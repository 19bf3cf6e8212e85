import type { z } from 'zod';
import type { AuditEntry, auditRequest } from '../contract/audit';
import { log } from '../log';
import { type Counts, counted, createPairing, type Filter, matcherOf, noCounts } from './entries';
import { auditLine } from './line';
import type { LogFile } from './log-file';

type Request = z.output<typeof auditRequest>;
/** The newest first. `total`: all that match, also those beyond the page. */
export type Page = { entries: AuditEntry[]; total: number; next: number | null; counts: Counts };

/** So many searches go on where they stopped: the pages of a list that is open are asked for anew with each new entry. */
const mostKept = 12;

function lineOf(text: string) {
  try {
    return auditLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // the verification names it
  }
}

const byNewest = (a: AuditEntry, b: AuditEntry) => b.no - a.no;

/** One pass through the log for one page; later it goes on with what was added. Keeps the page and what has not ended, nothing else. */
function createSearch({ before, limit, ...filter }: Request, today: string) {
  const matches = matcherOf(filter);
  const pairing = createPairing();
  let [page, total, counts]: [AuditEntry[], number, Counts] = [[], 0, noCounts];
  const isWanted = ({ no }: AuditEntry) => before === null || no < before;
  const newest = (all: AuditEntry[]) => all.sort(byNewest).slice(0, limit + 1); // one more tells whether there is a next page
  return {
    offset: 0,
    take(text: string) {
      const line = lineOf(text);
      const entry = line && pairing.take(line);
      if (!entry) return;
      counts = counted(counts, entry, filter.profileId, today);
      if (!matches(entry)) return;
      total += 1;
      if (!isWanted(entry)) return;
      page.push(entry);
      if (page.length > 2 * limit + 100) page = newest(page);
    },
    answer(): Page {
      const open = pairing.open();
      const found = open.filter(matches);
      const all = newest([...page, ...found.filter(isWanted)]);
      return {
        entries: all.slice(0, limit),
        total: total + found.length,
        next: all.length > limit ? (all[limit - 1]?.no ?? null) : null,
        counts: open.reduce((sum, entry) => counted(sum, entry, filter.profileId, today), counts),
      };
    },
  };
}

/**
 * Looks through the log in its file: what is held in memory is some pages, however long the log is. The first pass for a question reads
 * all of it (measured: 100,000 lines in 2 s, with other calls in between), every further one only what was added since.
 */
export function createSearches(logFile: LogFile) {
  const kept = new Map<string, { search: ReturnType<typeof createSearch>; run: Promise<unknown>; edition: number }>();

  async function advance(search: ReturnType<typeof createSearch>) {
    try {
      for await (const { texts, end } of logFile.textsFrom(search.offset)) {
        for (const text of texts) search.take(text);
        search.offset = end;
      }
    } catch (error) {
      log.error('audit: cannot be read', error);
    }
  }

  return {
    async page(request: Request): Promise<Page> {
      const midnight = new Date();
      midnight.setHours(0, 0, 0, 0);
      const today = midnight.toISOString();
      const key = JSON.stringify([today, request]);
      const known = kept.get(key);
      const one =
        known?.edition === logFile.edition()
          ? known
          : { search: createSearch(request, today), run: Promise.resolve(), edition: logFile.edition() };
      kept.delete(key);
      kept.set(key, one); // the last one used is the last one to go
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      one.run = one.run.then(() => advance(one.search));
      await one.run;
      return one.search.answer();
    },
    /** All that match, the newest first: as much as an export holds. */
    async all(filter: Filter): Promise<AuditEntry[]> {
      const search = createSearch({ ...filter, before: null, limit: Number.POSITIVE_INFINITY }, '');
      await advance(search);
      return search.answer().entries;
    },
  };
}
