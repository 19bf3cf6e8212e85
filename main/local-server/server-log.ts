import type { LocalServerLine } from '../contract/local-server';
import { redact } from '../redact';

const [mostLines, mostCharacters] = [1_000, 4_000];
const levels = ['debug', 'info', 'warn', 'error'] as const satisfies LocalServerLine['level'][];

const parsed = (line: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'msg' in value ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};
/** What is no time of this or the next century is now. */
const time = (seconds: unknown) => new Date(typeof seconds === 'number' && seconds > 0 && seconds < 6e9 ? seconds * 1_000 : Date.now());
const words = (message: unknown) => (typeof message === 'string' ? message : JSON.stringify(message));

/**
 * One line of livekit-server as people read it. The server writes JSON; what it does not (wrong usage, a Go panic) is an error.
 * The server's answer to a bad token has that token in it: every line is redacted.
 */
export function readLogLine(line: string): LocalServerLine {
  const { level, ts, msg, logger: _logger, caller: _caller, ...rest } = parsed(line) ?? { msg: line, level: 'error' };
  // With spaces, so that a narrow log can break it.
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest, null, 1).replace(/\n\s*/g, ' ')}` : '';
  return {
    at: time(ts).toISOString(),
    level: levels.find((known) => known === level) ?? 'info',
    text: redact(`${words(msg)}${more}`).slice(0, mostCharacters),
    own: false,
  };
}

/** What Roomkeeper itself has to say about the server. */
export const ownLine = (text: string, level: LocalServerLine['level'] = 'info'): LocalServerLine => ({
  at: new Date().toISOString(),
  level,
  text: redact(text).slice(0, mostCharacters),
  own: true,
});

export type ServerLog = ReturnType<typeof createServerLog>;

/** Keeps the last thousand lines. */
export function createServerLog(onLine: (line: LocalServerLine) => void) {
  const lines: LocalServerLine[] = [];
  let added = 0;
  return {
    lines: () => [...lines],
    /** How many lines there have been. */
    count: () => added,
    /** What the server called an error last, after so many lines: what an earlier run said explains nothing. */
    lastError: (after: number) =>
      lines.slice(Math.max(0, lines.length - (added - after))).findLast(({ level, own }) => level === 'error' && !own)?.text,
    add(line: LocalServerLine) {
      added += 1;
      if (lines.push(line) > mostLines) lines.shift();
      onLine(line);
    },
  };
}
