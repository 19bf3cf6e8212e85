import type { LocalTrack, Room, Track } from 'livekit-client';
import { type JoinOptions, sizeOf } from './join-options';
import { type Captured, capturePicture, captureSound } from './local-media';
import { type MediaFile, playFile } from './media-file';
import type { Sending } from './sending';

type LiveKit = typeof import('livekit-client');
type Capture = () => Promise<Captured | null>;

/** What oneself sends: captured when it is first switched on, muted and unmuted afterwards, given back when it is unpublished. */
export function createSender(livekit: LiveKit, room: Room, options: JoinOptions, first: Sending) {
  const { Source } = livekit.Track;
  let sending = first;
  const captured = new Map<string, Captured>();
  const files = new Map<File, Promise<MediaFile>>();
  const end = (source: string) => {
    captured.get(source)?.end();
    captured.delete(source);
  };
  // Also when the right to publish is taken: what fed the track must not go on.
  room.on('localTrackUnpublished', ({ source }) => end(source));

  const open = (file: File) => {
    const playing = files.get(file) ?? playFile(file);
    files.set(file, playing);
    playing.catch(() => files.delete(file));
    return playing;
  };
  const identity = () => room.localParticipant.identity;
  const captures: Record<'camera' | 'microphone', [Track.Source, Capture]> = {
    camera: [Source.Camera, () => capturePicture(livekit, sending.picture, identity(), sizeOf(options), open)],
    microphone: [Source.Microphone, () => captureSound(livekit, sending.sound, identity(), open)],
  };

  async function publish(source: Track.Source, capture: Capture) {
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
  async function turn(what: 'camera' | 'microphone', on: boolean) {
    const [source, capture] = captures[what];
    const published = room.localParticipant.getTrackPublication(source);
    if (!published) return on ? publish(source, capture) : undefined;
    await (on ? published.unmute() : published.mute());
  }
  /** In the same publication, so that the others need not subscribe again. */
  async function replace(source: Track.Source, published: LocalTrack, capture: Capture) {
    const [before, old] = [captured.get(source), published.mediaStreamTrack];
    const made = await capture();
    if (!made) return;
    captured.set(source, made);
    await published.replaceTrack('mediaStreamTrack' in made.track ? made.track.mediaStreamTrack : made.track, true);
    // LiveKit's own track of a device holds the new source by now; its end would be that one's.
    if (before?.track === published) old.stop();
    else before?.end();
  }
  return {
    turn,
    /** Sends from elsewhere from now on, and switches it on. */
    async choose(what: 'camera' | 'microphone', from: Sending['picture']) {
      sending = what === 'camera' ? { ...sending, picture: from } : { ...sending, sound: from };
      const [source, capture] = captures[what];
      const track = room.localParticipant.getTrackPublication(source)?.track;
      if (track && from.kind === 'none') return void (await room.localParticipant.unpublishTrack(track.mediaStreamTrack, true));
      if (track) await replace(source, track, capture);
      await turn(what, true);
    },
    sending: () => sending,
    end() {
      for (const source of [...captured.keys()]) end(source);
      for (const file of files.values()) void file.then((playing) => playing.end()).catch(() => {});
    },
  };
}
