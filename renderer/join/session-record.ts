import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';
import { type Moment, watchMoments } from './moments';
import type { Session } from './session';
import type { ScenarioRun, Stay } from './stats-export';
import { type Counters, readStats, type Sample, type StatsEntry, type TrackName } from './stats-model';

/** Ten minutes of samples, one a second. */
const keptSamples = 600;
const keptMoments = 500;
const everyMs = 1_000;

export type SessionRecord = {
  samples: ReturnType<typeof createStore<readonly Sample[]>>;
  moments: ReturnType<typeof createStore<readonly Moment[]>>;
  note: (moment: Moment) => void;
  /** The scenarios that were run, in their order. */
  readonly ran: ScenarioRun[];
};
const records = new WeakMap<Session, SessionRecord>();

/** What is measured of a stay and what happened in it: kept from the first asking until the session ends, and readable after that. */
export function recordOf(session: Session): SessionRecord {
  const known = records.get(session);
  if (known) return known;
  const samples = createStore<readonly Sample[]>([]);
  const moments = createStore<readonly Moment[]>([]);
  const note = (moment: Moment) => moments.set([...moments.get(), moment].slice(-keptMoments));
  const record: SessionRecord = { samples, moments, note, ran: [] };
  records.set(session, record);
  watchMoments(session.room, note, session.signal);
  void sampleRoom(session.room, session.signal, (sample) => samples.set([...samples.get(), sample].slice(-keptSamples)));
  return record;
}

/** Measures a room every second, until `signal`. */
export async function sampleRoom(room: Room, signal: AbortSignal, tell: (sample: Sample) => void): Promise<void> {
  let counters: Counters = new Map();
  while (!signal.aborted) {
    const read = readStats(await reportsOf(room), namesOf(room), counters);
    counters = read.counters;
    if (signal.aborted) return;
    tell(read.sample);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** One report per connection: LiveKit has one, or with older servers one for each direction. */
export async function reportsOf(room: Room): Promise<StatsEntry[][]> {
  const { publisher, subscriber } = room.engine?.pcManager ?? {};
  const reports = [publisher, subscriber].map((transport) => transport?.getStats());
  // A connection that a reconnect has just closed has no report any more.
  const settled = await Promise.allSettled(reports);
  return settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [[...one.value.values()]] : []));
}

function namesOf({ localParticipant, remoteParticipants }: Room): Map<string, TrackName> {
  const people = [localParticipant, ...remoteParticipants.values()];
  return new Map(
    people.flatMap(({ identity, trackPublications }) =>
      [...trackPublications.values()].flatMap(({ track, trackSid, source }): [string, TrackName][] =>
        // What is sent may be another track than what was captured: a processor stands between them.
        track ? [[('sender' in track && track.sender?.track?.id) || track.mediaStreamTrack.id, { sid: trackSid, identity, source }]] : [],
      ),
    ),
  );
}

export function stayOf(session: Session): Stay {
  const { samples, moments, ran } = recordOf(session);
  const { version = '', nodeId = '', region = '' } = session.room.serverInfo ?? {};
  return {
    room: session.shown.get().name,
    identity: session.identity,
    server: { version, node: nodeId, region },
    samples: samples.get(),
    moments: moments.get(),
    timeline: session.marks.get(),
    scenarios: ran,
  };
}
