import type { Room, Track } from 'livekit-client';
import { type Captured, capturePicture, captureSound, type Sending } from './local-media';

type LiveKit = typeof import('livekit-client');
const size = { width: 1_280, height: 720, framesPerSecond: 30 };

/** What oneself sends: captured when it is first switched on, muted and unmuted afterwards, given back when it is unpublished. */
export function createSender(livekit: LiveKit, room: Room, sending: Sending) {
  const { Source } = livekit.Track;
  const captured = new Map<string, Captured>();
  const end = (source: string) => {
    captured.get(source)?.end();
    captured.delete(source);
  };
  // Also when the right to publish is taken: what fed the track must not go on.
  room.on('localTrackUnpublished', ({ source }) => end(source));

  async function publish(source: Track.Source, capture: () => Promise<Captured | null>) {
    const made = await capture();
    if (!made) return;
    if (room.state === 'disconnected') return made.end();
    captured.set(source, made);
    try {
      await room.localParticipant.publishTrack(made.track, { source });
    } catch (error) {
      end(source);
      throw error;
    }
  }
  async function turn(on: boolean, source: Track.Source, capture: () => Promise<Captured | null>) {
    const published = room.localParticipant.getTrackPublication(source);
    if (!published) return on ? publish(source, capture) : undefined;
    await (on ? published.unmute() : published.mute());
  }
  return {
    setCamera: (on: boolean) =>
      turn(on, Source.Camera, () => capturePicture(livekit, sending.picture, room.localParticipant.identity, size)),
    setMicrophone: (on: boolean) => turn(on, Source.Microphone, () => captureSound(livekit, sending.sound, room.localParticipant.identity)),
    end: () => [...captured.keys()].forEach(end),
  };
}
