import type { Handlers } from '../application';
import type { TargetResult } from '../contract/guard';
import type { Participant, Undo } from '../contract/participants';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { checkRooms, listPeople } from './list';
import { forEachTarget, outcomeOf, reportOf, type Target } from './targets';

type TrackRef = { identity: string; trackSid: string };

/**
 * A mute that nobody answered took 3 s and says only that the person, the room or the node is gone. Which of them, the list and the
 * node tell; asked once for all targets.
 */
function createDoubt(clients: Clients, room: string) {
  let asked: Promise<{ present: Set<string>; ghost: boolean }> | undefined;
  const ask = async () => {
    const present = new Set((await listPeople(clients, room)).map(({ identity }) => identity));
    return { present, ghost: (await checkRooms(clients, [room]))[0]?.state === 'ghost' };
  };
  return async (identity: string) => {
    asked ??= ask();
    const { present, ghost } = await asked;
    if (!present.has(identity)) return { status: 'absent', code: 'participant-absent' } as const;
    return ghost ? ({ status: 'dead-node', code: 'dead-node' } as const) : ({ status: 'refused', code: 'nobody-answers' } as const);
  };
}

/** The server answers 200 for a track that is gone, so only its answer with the track in the asked state counts. */
async function muteOne({ rooms }: Clients, { room, identity, trackSid }: Target, muted: boolean, person: Participant | undefined) {
  if (!person) return { status: 'absent', code: 'participant-absent' } as const;
  const track = person.tracks.find(({ sid }) => sid === trackSid);
  if (!track) return { status: 'stale-track', code: 'stale-track' } as const;
  // Typed as always there; the SDK gives undefined for `{"track":null}`.
  const answer: { muted: boolean } | undefined = await rooms.mutePublishedTrack(room, identity, trackSid, muted);
  if (!answer) return { status: 'stale-track', code: 'stale-track', answer: '200 {"track":null}' } as const;
  if (answer.muted !== muted) return { status: 'refused', code: 'server-refused', answer: `200, muted: ${answer.muted}` } as const;
  return { status: track.muted === muted ? 'already' : 'done' } as const;
}

/** `listed`: who is in the room, as the server has said just now. */
export async function muteTracks(
  clients: Clients,
  room: string,
  tracks: TrackRef[],
  muted: boolean,
  listed: Participant[],
): Promise<TargetResult[]> {
  const people = new Map(listed.map((person) => [person.identity, person]));
  const doubt = createDoubt(clients, room);
  return forEachTarget(
    tracks.map((ref) => ({ room, ...ref })),
    async (target) => {
      try {
        return await muteOne(clients, target, muted, people.get(target.identity));
      } catch (error) {
        if (error instanceof Refusal && error.code === 'nobody-answers')
          return { answer: error.details.answer ?? '', ...(await doubt(target.identity)) };
        throw error;
      }
    },
  );
}

/** Only what was really changed is taken back. */
function undoOf(results: TargetResult[], muted: boolean): Undo | null {
  const tracks = results.filter(({ status }) => status === 'done').map(({ identity, trackSid }) => ({ identity, trackSid }));
  return tracks.length > 0 ? { kind: 'mute', muted: !muted, tracks } : null;
}

const names = (tracks: TrackRef[]) => [...new Set(tracks.map(({ identity }) => identity))];

type Calls = 'participants.mute' | 'participants.muteAll';

export const createMutes = ({ act }: Desk): Pick<Handlers, Calls> => ({
  async 'participants.mute'({ room, targets, muted, ...given }) {
    const what = { action: 'participants.mute', room, targets: names(targets), details: { muted }, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      const results = await muteTracks(clients, room, targets, muted, await listPeople(clients, room));
      return { value: results, outcome: outcomeOf(results) };
    });
    return reportOf(value, auditNo, undoOf(value, muted));
  },
  async 'participants.muteAll'({ room, sources, except, ...given }) {
    const what = { action: 'participants.muteAll', room, targets: [room], details: { sources, except }, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      const spared = new Set(except);
      const wanted: ReadonlySet<string> = new Set(sources);
      const listed = await listPeople(clients, room);
      const tracks = listed
        .filter(({ identity }) => !spared.has(identity))
        .flatMap(({ identity, tracks }) =>
          tracks.filter(({ muted, source }) => !muted && wanted.has(source)).map(({ sid }) => ({ identity, trackSid: sid })),
        );
      const results = await muteTracks(clients, room, tracks, true, listed);
      return { value: results, outcome: outcomeOf(results) };
    });
    return reportOf(value, auditNo, undoOf(value, true));
  },
});
