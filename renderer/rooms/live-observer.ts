import type { Participant as RemotePerson, RemoteTrack, Room } from 'livekit-client';
import type { Observation } from '../../main/contract/rooms';
import { CallError } from '../api';
import { sawVersion } from '../ui/saw-version';
import { createLevelMeters } from './level-meters';
import { personOf } from './observed-person';
import type { Heard } from './room-model';

export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown';
export type Link =
  | { state: 'off' | 'connecting' }
  | { state: 'on'; since: number; observation: Observation }
  /** `code`: why, where main refused. */
  | { state: 'lost'; since: number; code: string | null };

export type ObserverEvents = {
  ask: () => Promise<Observation>;
  /** Whether the room is known to be there: an observer that joins would create it. */
  isThere: () => boolean;
  onHeard: (heard: Heard) => void;
  onQuality: (identity: string, quality: Quality) => void;
  /** Level 0 to 1 of everyone who speaks now. */
  onLevels: (levels: ReadonlyMap<string, number>) => void;
  onLink: (link: Link) => void;
};
export type Observer = {
  stop: () => void;
  /** Microphones of these people are subscribed to, never played: the server tells levels only to subscribers. */
  listenTo: (identities: string[]) => void;
  /** Subscribes to one track for a peek. `end` gives it back. */
  peek: (identity: string, trackSid: string) => Promise<{ track: RemoteTrack; end: () => void }>;
};
type LiveKit = typeof import('livekit-client');

const retryMs = [1_000, 2_000, 4_000, 8_000, 15_000];
/** After this long a break begins anew with the shortest wait. */
const steadyMs = 30_000;
const peekWaitMs = 10_000;

/** Watches a room, hidden, until `stop`; takes a lost connection up again by itself. */
export function startObserver(events: ObserverEvents): Observer {
  const ended = new AbortController();
  let session: { room: Room; observation: Observation; livekit: LiveKit } | null = null;
  let wanted = new Set<string>();
  /** Microphones subscribed to in this session. */
  const asked = new Set<string>();
  let peeked = '';
  const meters = createLevelMeters(events.onLevels);

  const levels = () => {
    if (!session?.observation.levels) return;
    const { room, livekit } = session;
    for (const person of room.remoteParticipants.values()) {
      const publication = person.getTrackPublication(livekit.Track.Source.Microphone);
      if (!publication || publication.trackSid === peeked) continue;
      const isWanted = wanted.has(person.identity);
      if (asked.has(publication.trackSid) === isWanted) continue;
      // The SDK's own `isDesired` says yes to what was never asked for.
      if (isWanted) asked.add(publication.trackSid);
      else asked.delete(publication.trackSid);
      publication.setSubscribed(isWanted);
    }
  };

  async function watch() {
    const livekit = await import('livekit-client');
    livekit.setLogLevel('silent');
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      if (attempt > 0) await waitFor(retryMs[Math.min(attempt, retryMs.length) - 1] ?? 0, events.isThere, ended.signal);
      const begun = Date.now();
      const code = await tryOnce(livekit);
      if (!ended.signal.aborted) events.onLink({ state: 'lost', since: Date.now(), code });
      if (code === 'watching-off') return;
      if (Date.now() - begun > steadyMs) attempt = 0;
    }
  }

  /** Resolves when the connection is over, with the code where main refused it. */
  async function tryOnce(livekit: LiveKit): Promise<string | null> {
    if (ended.signal.aborted) return null;
    events.onLink({ state: 'connecting' });
    try {
      const observation = await events.ask();
      if (!ended.signal.aborted) await observeOnce(livekit, observation);
      return null;
    } catch (error) {
      return error instanceof CallError ? error.code : null;
    }
  }

  async function observeOnce(livekit: LiveKit, observation: Observation) {
    // Without retries of its own: they would join, and so create, a room that is gone by now.
    const room = new livekit.Room({ reconnectPolicy: { nextRetryDelayInMs: () => null }, disconnectOnPageLeave: true });
    const over = new Promise<void>((resolve) => {
      room.once('disconnected', () => resolve());
      ended.signal.addEventListener('abort', () => void room.disconnect().finally(resolve), { once: true });
    });
    listen(room, events, levels);
    measure(room, meters, (sid) => asked.has(sid));
    await room.connect(observation.url, observation.token, { autoSubscribe: false });
    if (ended.signal.aborted) return room.disconnect();
    asked.clear();
    session = { room, observation, livekit };
    sawVersion(observation.url, room);
    events.onLink({ state: 'on', since: Date.now(), observation });
    for (const person of room.remoteParticipants.values()) {
      events.onHeard({ kind: 'seen', at: Date.now(), person: personOf(person) });
      events.onQuality(person.identity, qualityOf(person));
    }
    levels();
    await over;
    session = null;
    meters.close();
  }

  void watch();
  return {
    stop: () => ended.abort(),
    listenTo(identities) {
      wanted = new Set(identities);
      levels();
    },
    async peek(identity, trackSid) {
      const publication = session?.room.remoteParticipants.get(identity)?.trackPublications.get(trackSid);
      if (!session || !publication || !('setSubscribed' in publication)) throw new Error('the observer does not see this track');
      peeked = trackSid;
      const end = () => {
        if (peeked === trackSid) peeked = '';
        publication.setSubscribed(false);
        asked.delete(trackSid);
        levels();
      };
      publication.setSubscribed(true);
      const track = await subscribed(publication, AbortSignal.any([ended.signal, AbortSignal.timeout(peekWaitMs)]));
      if (track) return { track, end };
      end();
      throw new Error('the track did not come');
    },
  };
}

async function subscribed(publication: { track?: RemoteTrack | undefined }, signal: AbortSignal): Promise<RemoteTrack | undefined> {
  while (!publication.track && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 50));
  return publication.track;
}

async function waitFor(ms: number, isThere: () => boolean, signal: AbortSignal) {
  const until = Date.now() + ms;
  while (!signal.aborted && (Date.now() < until || !isThere())) await new Promise((resolve) => setTimeout(resolve, 200));
}

const qualityOf = ({ connectionQuality }: RemotePerson): Quality => connectionQuality;

function listen(room: Room, { onHeard, onQuality }: ObserverEvents, onTracks: () => void) {
  const seen = (person: RemotePerson) => {
    if (!person.isLocal) onHeard({ kind: 'seen', at: Date.now(), person: personOf(person) });
  };
  room
    .on('participantConnected', seen)
    .on('participantDisconnected', ({ identity, sid }) => onHeard({ kind: 'left', at: Date.now(), identity, sid }))
    .on('trackPublished', (_publication, person) => {
      seen(person);
      onTracks();
    })
    .on('trackUnpublished', (_publication, person) => seen(person))
    .on('trackMuted', (_publication, person) => seen(person))
    .on('trackUnmuted', (_publication, person) => seen(person))
    .on('participantMetadataChanged', (_before, person) => seen(person))
    .on('participantNameChanged', (_name, person) => seen(person))
    .on('participantAttributesChanged', (_changed, person) => seen(person))
    .on('participantPermissionsChanged', (_before, person) => seen(person))
    .on('connectionQualityChanged', (quality, { identity }) => onQuality(identity, quality));
}

/** `isAsked`: whether a track is subscribed to for its level. */
function measure(room: Room, meters: ReturnType<typeof createLevelMeters>, isAsked: (trackSid: string) => boolean) {
  room
    .on('activeSpeakersChanged', (speakers) => meters.tell(new Map(speakers.map(({ identity, audioLevel }) => [identity, audioLevel]))))
    .on('trackSubscribed', ({ mediaStreamTrack }, { trackSid }, { identity }) => {
      if (isAsked(trackSid)) meters.add(identity, mediaStreamTrack);
    })
    .on('trackUnsubscribed', (_track, { source }, { identity }) => {
      if (source === 'microphone') meters.remove(identity);
    });
}
