import type { FieldProblem } from './field';

export type Lifetime = { seconds: number } | { problem: FieldProblem };

const units: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800, y: 31_557_600 };
const spoken: [RegExp, string][] = [
  [/^(s|sec|secs|second|seconds|秒)$/, 's'],
  [/^(m|min|mins|minute|minutes|分|分钟)$/, 'm'],
  [/^(h|hr|hrs|hour|hours|时|小时)$/, 'h'],
  [/^(d|day|days|天|日)$/, 'd'],
  [/^(w|week|weeks|周)$/, 'w'],
  [/^(y|yr|year|years|年)$/, 'y'],
];
const secondsOf = (unit: string) => units[spoken.find(([pattern]) => pattern.test(unit))?.[1] ?? ''];

/** `90m`, `1h10m`, `1.5 h`, `2 days`: parts of number and unit, nothing left over. */
function parseParts(text: string): number | undefined {
  const part = /(\d+(?:\.\d+)?)\s*([a-z]+|[\u4e00-\u9fff]+)\s*/gy;
  let total = 0;
  let end = 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const unit = secondsOf(match[2] ?? '');
    if (unit === undefined) return undefined;
    total += Number(match[1]) * unit;
    end = part.lastIndex;
  }
  return end === text.length && end > 0 ? Math.round(total) : undefined;
}

/** `18:00` or `18:00:30`: the next time the clock shows it. */
function parseClock(text: string, now: Date): Date | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), Number(seconds), 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return at;
}

/** `2026-12-01` is the end of that day here; `2026-12-01 18:00` is that minute here; an ISO instant is that instant. */
function parseDate(text: string): Date | undefined {
  const [, year, month, day, rest = ''] = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(text) ?? [];
  if (!year) return undefined;
  const local = new Date(Number(year), Number(month) - 1, Number(day), 23, 59, 59);
  if (local.getMonth() !== Number(month) - 1 || local.getDate() !== Number(day)) return undefined; // 31 February
  if (rest === '') return local;
  const [, hours, minutes, seconds = '0', zone] = /^[t ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(z|[+-]\d{2}:\d{2})?$/.exec(rest) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  if (zone) return new Date(text.toUpperCase().replace(' ', 'T'));
  local.setHours(Number(hours), Number(minutes), Number(seconds), 0);
  return local;
}

/**
 * Reads a lifetime as people write it, in whole seconds from `now`. LiveKit's own SDKs disagree on what they read
 * (`1h10m` is Go's, `2 days` JavaScript's), so the console reads all of it and signs with a number.
 * A number without a unit is refused: seconds and minutes are too easily confused.
 */
export function parseLifetime(typed: string, now: Date): Lifetime {
  const text = typed.trim().toLowerCase();
  if (text === '') return { problem: 'required' };
  const until = parseClock(text, now) ?? parseDate(text);
  const seconds = until ? Math.floor((until.getTime() - now.getTime()) / 1000) : parseParts(text);
  if (seconds === undefined || !Number.isSafeInteger(seconds)) return { problem: 'not-a-lifetime' };
  if (until && seconds <= 0) return { problem: 'lifetime-past' };
  return seconds < 1 ? { problem: 'lifetime-too-short' } : { seconds };
}

/** `1h 30m`, `45s`, `2d`: the shortest way to write whole seconds that `parseLifetime` reads back. */
export function formatLifetime(seconds: number): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const unit of ['d', 'h', 'm', 's']) {
    const size = units[unit] ?? 1;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  return parts.join(' ') || '0s';
}
