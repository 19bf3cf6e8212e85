/** A video or sound file that plays round and round, as the tracks of a camera and a microphone. Heard by those who receive it, not here. */
export type MediaFile = { picture: MediaStreamTrack | null; sound: MediaStreamTrack | null; end: () => void };

/** Rejects with `NotSupportedError` where the browser cannot play it. */
export async function playFile(file: File): Promise<MediaFile> {
  const element = document.createElement('video');
  const url = URL.createObjectURL(file);
  const context = new AudioContext();
  const to = context.createMediaStreamDestination();
  const end = () => {
    element.pause();
    element.removeAttribute('src');
    element.load();
    URL.revokeObjectURL(url);
    for (const track of [...tracks, ...to.stream.getTracks()]) track.stop();
    void context.close();
  };
  let tracks: MediaStreamTrack[] = [];
  try {
    Object.assign(element, { src: url, loop: true, playsInline: true });
    context.createMediaElementSource(element).connect(to);
    await Promise.all([element.play(), context.resume()]);
    tracks = captureStream(element).getTracks();
  } catch (error) {
    end();
    throw error;
  }
  const hasSound = tracks.some(({ kind }) => kind === 'audio');
  return {
    picture: tracks.find(({ kind }) => kind === 'video') ?? null,
    sound: hasSound ? (to.stream.getAudioTracks()[0] ?? null) : null,
    end,
  };
}

/** In Chromium and in the specification, not in TypeScript's DOM. */
function captureStream(element: HTMLMediaElement): MediaStream {
  if (!('captureStream' in element) || typeof element.captureStream !== 'function') throw new Error('captureStream is missing');
  const stream: unknown = element.captureStream();
  if (!(stream instanceof MediaStream)) throw new Error('captureStream gave no stream');
  return stream;
}
