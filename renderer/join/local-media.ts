import type { LocalTrack } from 'livekit-client';
import { type CardSize, startTestCard } from './test-card';
import { startTone } from './tone';

/** What is sent as picture or as sound. `id`: the browser's name of a device; empty: its default one. */
export type Source = { kind: 'device'; id: string } | { kind: 'synthetic' } | { kind: 'none' };
export type Sending = { picture: Source; sound: Source };
/** A track made for sending. `end` stops what feeds it. */
export type Captured = { track: LocalTrack | MediaStreamTrack; end: () => void };
type LiveKit = typeof import('livekit-client');

/** What is there by itself: a device where there is one, the synthetic one elsewhere. Asks nobody for permission. */
export async function offeredSending(): Promise<Sending> {
  // Absent where the page is no secure context.
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const first = (kind: MediaDeviceKind): Source =>
    devices.some((device) => device.kind === kind) ? { kind: 'device', id: '' } : { kind: 'synthetic' };
  return { picture: first('videoinput'), sound: first('audioinput') };
}

/** LiveKit's own track of a device: it gives the device back while it is muted. Throws the browser's error. */
async function captureDevice(livekit: LiveKit, options: Parameters<LiveKit['createLocalTracks']>[0]): Promise<Captured> {
  const [track] = await livekit.createLocalTracks(options);
  if (!track) throw new Error('the device gave no track');
  return { track, end: () => track.stop() };
}

const wanted = (id: string) => (id ? { deviceId: { exact: id } } : {});

/** Null for nothing. Throws the browser's error where a device is blocked, busy or gone. */
export async function capturePicture(livekit: LiveKit, source: Source, identity: string, size: CardSize): Promise<Captured | null> {
  if (source.kind === 'none') return null;
  if (source.kind === 'synthetic') return startTestCard(identity, size);
  const { width, height, framesPerSecond: frameRate } = size;
  return captureDevice(livekit, { audio: false, video: { resolution: { width, height, frameRate }, ...wanted(source.id) } });
}

export async function captureSound(livekit: LiveKit, source: Source, identity: string): Promise<Captured | null> {
  if (source.kind === 'none') return null;
  if (source.kind === 'synthetic') return startTone(identity);
  return captureDevice(livekit, { video: false, audio: wanted(source.id) });
}
