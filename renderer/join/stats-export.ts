import type { Moment } from './moments';
import type { Sample } from './stats-model';

/** What is told of one stay. Holds no token: the record never has one. */
export type Stay = {
  room: string;
  identity: string;
  server: { version: string; node: string; region: string };
  samples: readonly Sample[];
  moments: readonly Moment[];
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
export const statisticsJson = ({ samples, moments, ...stay }: Stay): string =>
  JSON.stringify({ ...stay, moments: moments.map(isoTime), samples: samples.map(isoTime) }, null, 2);
