import type { Room } from '../../main/contract/rooms';

type Test = (room: Room) => boolean;

const flags: Record<string, Test> = {
  rec: ({ recording }) => recording,
  empty: ({ participants }) => participants === 0,
  full: (room) => isNearlyFull(room),
};
const figures: Record<string, (room: Room, now: number) => number> = {
  people: ({ participants }) => participants,
  publishers: ({ publishers }) => publishers,
  max: ({ maxParticipants }) => maxParticipants,
  /** Minutes. */
  age: ({ createdAt }, now) => (now - createdAt) / 60_000,
};
const compare: Record<string, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  ':': (a, b) => a === b,
  '=': (a, b) => a === b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

/** Over four fifths of a limit. */
export const isNearlyFull = ({ participants, maxParticipants }: Room) => maxParticipants > 0 && participants / maxParticipants > 0.8;

function testOf(word: string, now: number): Test {
  const [, key = '', sign = '', value = ''] = /^([a-z]+)(>=|<=|[><:=])(.+)$/.exec(word) ?? [];
  const flag = flags[key];
  if (flag && /^(yes|no)$/.test(value)) return (room) => flag(room) === (value === 'yes');
  const figure = figures[key];
  const holds = compare[sign];
  if (figure && holds && /^\d+(\.\d+)?$/.test(value)) return (room) => holds(figure(room, now), Number(value));
  return ({ name, sid, metadata }) => [name, sid, metadata].some((text) => text.toLowerCase().includes(word));
}

/**
 * What a filter lets through: words that name, SID or metadata hold, and conditions such as `rec:yes`, `empty:no`, `people>10`,
 * `age>=60` (minutes). All must hold. What is not a condition is a word, so nothing typed is an error.
 */
export function roomFilter(typed: string, now: number): Test {
  const tests = typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => testOf(word, now));
  return (room) => tests.every((test) => test(room));
}
