import type { Emit } from '../application';
import type { Audit } from '../audit/audit';
import type { EndpointAnswer, EndpointAnswers } from '../contract/endpoint';

const kept = 200;
/** How often a page is told: it need not draw a thousand requests a second one by one. */
const tellMs = 500;
const minuteMs = 60_000;

export type Noted = Omit<EndpointAnswer, 'no' | 'at'>;
/** `at`: when, in milliseconds. As a date only when it is shown: of thousands a second, two hundred are. */
type Kept = Noted & { no: number; at: number };
type Profile = { id: string; name: string } | null;

/**
 * The last answers, for the operator to look at, and the refusals for the audit log: the first of a kind at once, those that follow
 * within a minute as one entry with their number. Whoever floods the endpoint does not flood the log.
 */
export function createAnswers(audit: Audit, emit: Emit, usedAt: () => Record<string, string>) {
  let answers: Kept[] = [];
  const counts = { issued: 0, refused: 0 };
  const repeated = new Map<string, { noted: Noted; count: number }>();
  let willTell = false;
  let minute: NodeJS.Timeout | undefined;
  let profile: Profile = null;

  const shown = (): EndpointAnswers => ({
    answers: answers
      .slice(-kept)
      .map(({ at, ...answer }) => ({ ...answer, at: new Date(at).toISOString() }))
      .reverse(),
    ...counts,
    used: usedAt(),
  });
  function tell() {
    willTell = false;
    emit('endpoint.answered', shown());
  }

  /** Whether the log took it. Where it does not, no token is given away either, and the page is told of it by the log itself. */
  function isWritten({ client, identity, room, status, code, detail }: Noted, count: number): boolean {
    const refused = {
      action: 'tokens.issue',
      actor: 'endpoint' as const,
      operator: client || 'unknown',
      profile,
      room,
      targets: identity ? [identity] : [],
      reason: '',
      details: { status, count },
      outcome: 'failed' as const,
      code: code ?? '',
      results: [],
      answer: detail,
      ms: 0,
    };
    try {
      audit.record([refused]);
      return true;
    } catch {
      return false;
    }
  }
  const inAMinute = () => {
    minute ??= setTimeout(writeRepeated, minuteMs).unref();
  };
  function writeRefusal(noted: Noted) {
    const kind = `${noted.client} ${noted.code}`;
    const already = repeated.get(kind);
    const count = already ? already.count + 1 : isWritten(noted, 1) ? 0 : 1;
    repeated.set(kind, { noted, count });
    inAMinute();
  }
  /** What cannot be written is still counted, and tried again. */
  function writeRepeated() {
    clearTimeout(minute);
    minute = undefined;
    for (const [kind, { noted, count }] of repeated) if (count === 0 || isWritten(noted, count)) repeated.delete(kind);
    if (repeated.size > 0) inAMinute();
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
      answers.push({ no, at: Date.now(), ...noted });
      if (answers.length > 2 * kept) answers = answers.slice(-kept);
      if (!willTell) setTimeout(tell, tellMs).unref();
      willTell = true;
      if (noted.code !== null) writeRefusal(noted);
    },
    /** Writes what has only been counted so far. */
    end: writeRepeated,
  };
}
