import type { Participant, Track } from '../../main/contract/participants';

/** What is heard about a room between two lists. `at`: epoch in ms of this page, when it was heard. */
export type Heard =
  | { kind: 'seen'; at: number; person: Participant }
  /** `sid` empty: whoever has this identity. */
  | { kind: 'left'; at: number; identity: string; sid: string }
  /** A track's state as the server answered an action. */
  | { kind: 'muted'; at: number; identity: string; trackSid: string; muted: boolean };

/** The last list, and what was heard since it was asked for. */
export type RoomModel = { askedAt: number; people: Participant[]; since: Heard[] };
export type Listed = { kind: 'list'; askedAt: number; people: Participant[] };

export const emptyRoom: RoomModel = { askedAt: 0, people: [], since: [] };

/**
 * The list was taken at some moment after it was asked for, so what was heard since then may be newer than it and stays; what was
 * heard before is in it. A list that comes late, after one that was asked for later, is dropped.
 */
export function roomModel(model: RoomModel, news: Listed | Heard): RoomModel {
  if (news.kind !== 'list') return news.at < model.askedAt ? model : { ...model, since: [...model.since, news] };
  if (news.askedAt < model.askedAt) return model;
  return { askedAt: news.askedAt, people: news.people, since: model.since.filter(({ at }) => at >= news.askedAt) };
}

/** Who is in the room by all that is known. People of whom nothing was heard since the list are the list's own objects. */
export function peopleOf({ people, since }: RoomModel): Participant[] {
  if (since.length === 0) return people;
  const by = new Map(people.map((person) => [person.identity, person]));
  for (const one of since) apply(by, one);
  return [...by.values()];
}

function apply(by: Map<string, Participant>, heard: Heard) {
  if (heard.kind === 'seen') {
    by.set(heard.person.identity, merged(by.get(heard.person.identity), heard.person));
    return;
  }
  const before = by.get(heard.identity);
  if (!before) return;
  if (heard.kind === 'muted') {
    const tracks = before.tracks.map((track) => (track.sid === heard.trackSid ? { ...track, muted: heard.muted } : track));
    by.set(heard.identity, { ...before, tracks });
  } else if (heard.sid === '' || heard.sid === before.sid) by.delete(heard.identity); // else the same identity has joined anew
}

/** An observer knows less than the list: no region, and of a track perhaps no codec. */
function merged(before: Participant | undefined, now: Participant): Participant {
  if (!before || before.sid !== now.sid) return now;
  const { region, version, state, observer } = before;
  return { ...now, region, version, state, observer, tracks: now.tracks.map((track) => mergedTrack(before.tracks, track)) };
}

function mergedTrack(before: Track[], now: Track): Track {
  const known = before.find(({ sid }) => sid === now.sid);
  return known && now.codec === '' ? { ...known, muted: now.muted } : now;
}
