import type { Emit } from '../application';
import type { Audit } from '../audit/audit';
import type { EndpointAnswer, EndpointAnswers } from '../contract/endpoint';

const kept = 200;
/** How often a page is told: it need not draw a thousand requests a second one by one. */
const tellMs = 250;
const minuteMs = 60_000;

export type Noted = Omit<EndpointAnswer, 'no' | 'at'>;
type Profile = { id: string; name: string } | null;

/**
 * The last answers, for the operator to look at, and the refusals for the audit log: the first of a kind at once, those that follow
 * within a minute as one entry with their number. Whoever floods the endpoint does not flood the log.
 */
export function createAnswers(audit: Audit, emit: Emit, usedAt: () => Record<string, string>) {
  let answers: EndpointAnswer[] = [];
  const counts = { issued: 0, refused: 0 };
  const repeated = new Map<string, { noted: Noted; count: number }>();
  let willTell = false;
  let minute: NodeJS.Timeout | undefined;
  let profile: Profile = null;

  const shown = (): EndpointAnswers => ({ answers: answers.toReversed(), ...counts, used: usedAt() });
  function tell() {
    willTell = false;
    emit('endpoint.answered', shown());
  }

  function write({ client, identity, room, status, code, detail }: Noted, count: number) {
    audit.record([
      {
        action: 'tokens.issue',
        actor: 'endpoint',
        operator: client || 'unknown',
        profile,
        room,
        targets: identity ? [identity] : [],
        reason: '',
        details: { status, count },
        outcome: 'failed',
        code: code ?? '',
        results: [],
        answer: detail,
        ms: 0,
      },
    ]);
  }
  function writeRefusal(noted: Noted) {
    const kind = `${noted.client} ${noted.code}`;
    const already = repeated.get(kind);
    if (already) {
      repeated.set(kind, { noted, count: already.count + 1 });
      return;
    }
    repeated.set(kind, { noted, count: 0 });
    minute ??= setTimeout(writeRepeated, minuteMs).unref();
    write(noted, 1);
  }
  function writeRepeated() {
    clearTimeout(minute);
    minute = undefined;
    const several = [...repeated.values()].filter(({ count }) => count > 0);
    repeated.clear();
    for (const { noted, count } of several) write(noted, count);
  }

  return {
    shown,
    /** For which server tokens are signed from now on. */
    begin: (given: Profile) => {
      profile = given;
    },
    note(noted: Noted) {
      const no = counts.issued + counts.refused + 1;
      counts[noted.code === null ? 'issued' : 'refused'] += 1;
      answers.push({ no, at: new Date().toISOString(), ...noted });
      if (answers.length > 2 * kept) answers = answers.slice(-kept);
      if (!willTell) setTimeout(tell, tellMs).unref();
      willTell = true;
      if (noted.code === null) return;
      try {
        writeRefusal(noted);
      } catch {
        // The log cannot be written: no token is given away either, and the page is told of it by the log itself.
      }
    },
    /** Writes what has only been counted so far. */
    end: writeRepeated,
  };
}
