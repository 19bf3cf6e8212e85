import type { LocalTrack } from 'livekit-client';
import type { MediaFile } from './media-file';
import type { Source } from './sending';
import { type CardSize, startTestCard } from './test-card';
import { startTone } from './tone';

/** A track made for sending. `end` stops what feeds it. */
export type Captured = { track: LocalTrack | MediaStreamTrack; end: () => void };
type LiveKit = typeof import('livekit-client');
type OpenFile = (file: File) => Promise<MediaFile>;

/** LiveKit's own track of a device: it gives the device back while it is muted. Throws the browser's error. */
async function captureDevice(livekit: LiveKit, options: Parameters<LiveKit['createLocalTracks']>[0]): Promise<Captured> {
  const [track] = await livekit.createLocalTracks(options);
  if (!track) throw new Error('the device gave no track');
  return { track, end: () => track.stop() };
}

/** One of the file's tracks; the file itself plays on for the other one. */
function fromFile(track: MediaStreamTrack | null): Captured | null {
  const copy = track?.clone();
  return copy ? { track: copy, end: () => copy.stop() } : null;
}

const wanted = (id: string) => (id ? { deviceId: { exact: id } } : {});

/** Null for nothing. Throws the browser's error where a device is blocked, busy or gone. */
export async function capturePicture(livekit: LiveKit, source: Source, identity: string, size: CardSize, open: OpenFile) {
  if (source.kind === 'none') return null;
  if (source.kind === 'synthetic') return startTestCard(identity, size);
  if (source.kind === 'file') return fromFile((await open(source.file)).picture);
  const { width, height, framesPerSecond: frameRate } = size;
  return captureDevice(livekit, { audio: false, video: { resolution: { width, height, frameRate }, ...wanted(source.id) } });
}

export async function captureSound(livekit: LiveKit, source: Source, identity: string, open: OpenFile): Promise<Captured | null> {
  if (source.kind === 'none') return null;
  if (source.kind === 'synthetic') return startTone(identity);
  if (source.kind === 'file') return fromFile((await open(source.file)).sound);
  return captureDevice(livekit, { video: false, audio: wanted(source.id) });
}
