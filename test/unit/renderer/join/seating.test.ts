import { expect, test } from 'vitest';
import type { Person, ShownTrack } from '../../../../renderer/join/room-snapshot';
import { columnsFor, largeSeat, seatsOf } from '../../../../renderer/join/seating';

const picture = (sid: string, more: Partial<ShownTrack> = {}): ShownTrack => ({
  sid,
  kind: 'video',
  source: 'camera',
  muted: false,
  subscribed: true,
  encrypted: false,
  paused: false,
  ...more,
});
const person = (identity: string, tracks: ShownTrack[], more: Partial<Person> = {}): Person => ({
  identity,
  name: '',
  sid: `PA_${identity}`,
  isLocal: false,
  isAgent: false,
  speaking: false,
  level: 0,
  link: 'good',
  encrypted: false,
  metadata: '',
  attributes: {},
  tracks,
  ...more,
});

test.each([
  [1, 800, 600, 1],
  [2, 800, 600, 1],
  [2, 1_600, 500, 2],
  [4, 800, 600, 2],
  [6, 700, 650, 2],
  [9, 1_200, 700, 3],
])('%i pictures in %i × %i stand in %i columns', (count, width, height, columns) => {
  expect(columnsFor(count, width, height)).toBe(columns);
});

test('a muted or not subscribed picture has no tile, and its person is shown without one', () => {
  const { seats, unseen } = seatsOf([
    person('ada', [picture('a'), picture('screen', { source: 'screen_share' })]),
    person('bob', [picture('b', { muted: true })]),
    person('cyd', [picture('c', { subscribed: false })]),
    person('dee', []),
  ]);
  expect(seats.map((seat) => seat.picture.sid)).toEqual(['a', 'screen']);
  expect(unseen.map(({ identity }) => identity)).toEqual(['bob', 'cyd', 'dee']);
});

test('large is what is pinned, then a shared screen, then who speaks, then another than oneself', () => {
  const people = [person('me', [picture('m')], { isLocal: true }), person('ada', [picture('a')]), person('bob', [picture('b')])];
  const { seats } = seatsOf(people);
  const sid = (pinned: string | null, speaker: string | null, from = seats) => largeSeat(from, pinned, speaker)?.picture.sid;
  expect(sid(null, null)).toBe('a');
  expect(sid(null, 'bob')).toBe('b');
  expect(sid('m', 'bob')).toBe('m');
  expect(sid('gone', 'bob')).toBe('b');
  const shared = seatsOf([...people, person('cyd', [picture('s', { source: 'screen_share' })])]).seats;
  expect(sid(null, 'bob', shared)).toBe('s');
  expect(largeSeat([], null, null)).toBeUndefined();
});
