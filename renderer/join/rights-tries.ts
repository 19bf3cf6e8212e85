import type { RemoteTrackPublication, Room } from 'livekit-client';
import { refusalOf } from './refusal';
import type { Outcome } from './rights-run';
import type { LiveKit } from './session';
import { startTestCard } from './test-card';
import type { sources } from './token-rights';

type Source = (typeof sources)[number];
const allowed: Outcome = { state: 'allowed', why: null, said: '' };
const refused = (said: string): Outcome => ({ state: 'refused', why: null, said });
const patienceMs = 6_000;
/** RequestResponse.Reason of LiveKit's protocol, by number: the client does not hand out its names. All but 0 is a no. */
const reasons = ['OK', 'NOT_FOUND', 'NOT_ALLOWED', 'LIMIT_EXCEEDED'];

/** Resolves with what `begin` tells; with `late` where that does not come in time. */
function within(ms: number, late: Outcome, begin: (tell: (outcome: Outcome) => void, signal: AbortSignal) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const tell = (outcome: Outcome) => {
      over.abort();
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => tell(late), ms);
    begin(tell, over.signal);
  });
}

/** One track of somebody else, if there is one. */
export async function trySubscribe({ remoteParticipants }: Room): Promise<Outcome> {
  const publications = [...remoteParticipants.values()].flatMap((one): RemoteTrackPublication[] => [...one.trackPublications.values()]);
  const publication = publications.find(({ isMuted }) => !isMuted) ?? publications[0];
  if (!publication) return { state: 'not-tried', why: 'nobody-publishes', said: '' };
  const outcome = await within(patienceMs, refused(''), (tell) => {
    publication.once('subscribed', () => tell(allowed));
    publication.once('subscriptionFailed', (error) => tell(refused(String(error))));
    publication.setSubscribed(true);
  });
  publication.setSubscribed(false);
  return outcome;
}

/** Silence: nobody in the room shall hear it. */
function startSilence() {
  const context = new AudioContext();
  const [track] = context.createMediaStreamDestination().stream.getAudioTracks();
  if (!track) throw new Error('there is no sound');
  return { track, end: () => void context.close() };
}

/**
 * Publishes and takes it back. livekit-client itself refuses what it was told is not allowed, and asks nobody; here the server is to say
 * it, so the client is made to believe that everything is allowed.
 */
export async function tryPublish(livekit: LiveKit, room: Room, source: Source): Promise<Outcome> {
  const { localParticipant, engine } = room;
  const told = localParticipant.permissions?.clone();
  if (told) localParticipant.permissions = Object.assign(told, { canPublish: true, canPublishSources: [] });
  const isPicture = source === 'camera' || source === 'screen_share';
  const media = isPicture ? startTestCard(localParticipant.identity, { width: 320, height: 180, framesPerSecond: 5 }) : startSilence();
  const wanted = {
    camera: 'Camera',
    microphone: 'Microphone',
    screen_share: 'ScreenShare',
    screen_share_audio: 'ScreenShareAudio',
  } as const;
  try {
    return await within(2 * patienceMs, { state: 'unclear', why: null, said: '' }, (tell, signal) => {
      const answered = ({ reason, message, request }: { reason: number; message: string; request: { case?: string | undefined } }) => {
        if (reason !== 0 && request.case === 'addTrack') tell(refused(message || (reasons[reason] ?? `Reason ${reason}`)));
      };
      engine.on('signalRequestResponse', answered);
      signal.addEventListener('abort', () => engine.off('signalRequestResponse', answered));
      localParticipant.publishTrack(media.track, { source: livekit.Track.Source[wanted[source]], simulcast: false }).then(
        async () => {
          await localParticipant.unpublishTrack(media.track);
          tell(allowed);
        },
        (error: unknown) => tell(refused(refusalOf(error).said)),
      );
    });
  } finally {
    media.end();
  }
}

const testAttribute = 'roomkeeper.test';
/** An attribute of its own, which is taken away again: name and metadata stay as they are, and hang on the same right. */
export async function tryUpdateSelf({ localParticipant }: Room): Promise<Outcome> {
  try {
    await localParticipant.setAttributes({ [testAttribute]: 'yes' });
    await localParticipant.setAttributes({ [testAttribute]: '' });
    return allowed;
  } catch (error) {
    return refused(refusalOf(error).said);
  }
}

/** A message to the observer alone: whether it comes. The server throws away what is not allowed, without a word. */
export async function tryData({ localParticipant }: Room, observer: Room): Promise<Outcome> {
  const sent = crypto.randomUUID();
  return within(patienceMs, refused(''), (tell, signal) => {
    observer.on('dataReceived', (payload) => {
      if (new TextDecoder().decode(payload) === sent) tell(allowed);
    });
    const send = () =>
      localParticipant.publishData(new TextEncoder().encode(sent), {
        reliable: true,
        topic: testAttribute,
        destinationIdentities: [observer.localParticipant.identity],
      });
    send().catch((error: unknown) => !signal.aborted && tell(refused(refusalOf(error).said)));
  });
}
