import type { Moment } from './moments';
import type { Mark } from './session';
import type { Sample } from './stats-model';

/** One scenario that was run, with what became of it: `gapMs` and `backAfterMs` where media stood still. */
export type ScenarioRun = {
  /** Epoch in ms. */
  at: number;
  name: string;
  outcome: { state: string; gapMs?: number; backAfterMs?: number; measured?: string; said?: string };
};

/** What is told of one stay. Holds no token: the record never has one. */
export type Stay = {
  room: string;
  identity: string;
  server: { version: string; node: string; region: string };
  samples: readonly Sample[];
  moments: readonly Moment[];
  /** How the join went: `at` in ms since it was asked for. */
  timeline: readonly Mark[];
  scenarios: readonly ScenarioRun[];
};

const columns = [
  'at',
  'participant',
  'source',
  'track',
  'direction',
  'kind',
  'codec',
  'bitrate',
  'loss',
  'jitterMs',
  'rttMs',
  'width',
  'height',
  'framesPerSecond',
  'frames',
  'limitation',
  'layers',
  'protocol',
  'relayed',
  'remote',
] as const;

/** A cell that begins like a formula would be run by a spreadsheet; identities are chosen by strangers. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Number(value.toFixed(4)));
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line for each track at each moment; lines end in CRLF, as RFC 4180 says. */
export function statisticsCsv({ samples }: Stay): string {
  const lines = samples.flatMap(({ at, tracks, pair }) =>
    tracks.map(({ identity, sid, ...figures }) => {
      const cells: Record<(typeof columns)[number], string | number | boolean | null> = {
        ...figures,
        at: new Date(at).toISOString(),
        participant: identity,
        track: sid,
        protocol: pair?.protocol ?? null,
        relayed: pair?.relayed ?? null,
        remote: pair?.remote ?? null,
      };
      return columns.map((column) => csvCell(cells[column])).join(',');
    }),
  );
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

const isoTime = <T extends { at: number }>(one: T) => ({ ...one, at: new Date(one.at).toISOString() });
/** Times are ISO 8601; those of `timeline` are ms since the join was asked for. */
export const statisticsJson = ({ samples, moments, timeline, scenarios, ...stay }: Stay): string => {
  const steps = timeline.map(({ name, at }) => ({ step: name, afterMs: Math.round(at) }));
  const ran = scenarios.map(isoTime);
  return JSON.stringify(
    { ...stay, timeline: steps, scenarios: ran, moments: moments.map(isoTime), samples: samples.map(isoTime) },
    null,
    2,
  );
};
