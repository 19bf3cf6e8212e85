import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Participant } from '../../../../main/contract/participants';
import { emptyRoom, type Heard, type Listed, peopleOf, roomModel } from '../../../../renderer/rooms/room-model';

const person = (identity: string, changes: Partial<Participant> = {}): Participant => ({
  identity,
  name: '',
  sid: `PA_${identity}`,
  state: 'active',
  kind: 'standard',
  joinedAt: 0,
  metadata: '',
  attributes: {},
  region: '',
  version: 1,
  isPublisher: true,
  permission: {
    canSubscribe: true,
    canPublish: true,
    canPublishData: true,
    canPublishSources: [],
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    hidden: false,
    recorder: false,
    agent: false,
  },
  tracks: [
    {
      sid: 'TR_1',
      name: '',
      kind: 'audio',
      source: 'microphone',
      muted: false,
      codec: 'audio/red',
      width: 0,
      height: 0,
      layers: [],
      encrypted: false,
    },
  ],
  observer: false,
  ...changes,
});
const muted = (at: number, identity: string, now: boolean): Heard => ({ kind: 'muted', at, identity, trackSid: 'TR_1', muted: now });
const list = (askedAt: number, ...people: Participant[]): Listed => ({ kind: 'list', askedAt, people });
const after = (...news: (Listed | Heard)[]) => peopleOf(news.reduce(roomModel, emptyRoom));
const isMuted = (people: Participant[]) => people.map(({ tracks }) => tracks[0]?.muted);

test('a list that was asked for before a mute was heard does not undo it', () => {
  expect(isMuted(after(list(1, person('ada')), muted(5, 'ada', true), list(4, person('ada'))))).toEqual([true]);
});
test('a list that was asked for after a mute is believed', () => {
  expect(isMuted(after(list(1, person('ada')), muted(5, 'ada', true), list(6, person('ada'))))).toEqual([false]);
});
test('a list that comes after one asked for later is dropped', () => {
  expect(after(list(9, person('ada')), list(3, person('bob')))).toEqual([person('ada')]);
});
test('who has joined anew is not taken away by the end of the session before', () => {
  const again = person('ada', { sid: 'PA_new' });
  expect(
    after(list(1, person('ada')), { kind: 'seen', at: 2, person: again }, { kind: 'left', at: 3, identity: 'ada', sid: 'PA_ada' }),
  ).toEqual([again]);
});
test('what the observer is not told, region and codec, stays as the list has it', () => {
  const listed = person('ada', { region: 'eu', version: 7 });
  const seen = person('ada', { name: 'Ada', tracks: listed.tracks.map((track) => ({ ...track, codec: '', muted: true })) });
  const [shown] = after(list(1, listed), { kind: 'seen', at: 2, person: seen });
  expect(shown).toMatchObject({ name: 'Ada', region: 'eu', version: 7, tracks: [{ codec: 'audio/red', muted: true }] });
});
test('news of someone who is not there changes nothing', () => {
  expect(after(list(1, person('ada')), muted(2, 'bob', true), { kind: 'left', at: 2, identity: 'bob', sid: '' })).toEqual([person('ada')]);
});

const names = fc.constantFrom('ada', 'bob', 'cyd');
const heard: fc.Arbitrary<Heard> = fc.oneof(
  fc.record({ kind: fc.constant('seen' as const), at: fc.nat(50), person: names.map((name) => person(name)) }),
  fc.record({ kind: fc.constant('left' as const), at: fc.nat(50), identity: names, sid: fc.constant('') }),
  fc.record({ kind: fc.constant('muted' as const), at: fc.nat(50), identity: names, trackSid: fc.constant('TR_1'), muted: fc.boolean() }),
);
const listed: fc.Arbitrary<Listed> = fc.record({
  kind: fc.constant('list' as const),
  askedAt: fc.nat(50),
  people: fc.uniqueArray(names).map((all) => all.map((name) => person(name))),
});

test('whatever comes in whatever order, each identity is there once, and only the newest list counts', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(heard, listed), { maxLength: 30 }), (news) => {
      const people = after(...news);
      expect(new Set(people.map(({ identity }) => identity)).size).toBe(people.length);
      const newest = news.filter((one) => one.kind === 'list').reduce((latest, one) => Math.max(latest, one.askedAt), 0);
      const counted = news.filter((one) => (one.kind === 'list' ? one.askedAt === newest : one.at >= newest));
      // Early news that a later list replaces leaves no trace: without it the outcome is the same.
      expect(after(...counted)).toEqual(people);
    }),
  );
});
