/** Below −35 dBFS the server calls it silence; so do we. */
const silence = 0.0178;
const everyMs = 100;

type Meter = { analyser: AnalyserNode; source: MediaStreamAudioSourceNode; sink: HTMLAudioElement };

/** The root mean square of the last 43 ms, 0 to 1. */
export function loudness(samples: Float32Array): number {
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  return level < silence ? 0 : Math.min(1, level);
}

const sameLevels = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([identity, level]) => Math.abs((b.get(identity) ?? 0) - level) < 0.01);

/**
 * How loud people are. The server tells speakers only when one begins or ends, so a sound that was there before the observer would pass
 * for silence: microphones that are subscribed to are measured here, ten times a second, and what the server tells counts for the others.
 */
export function createLevelMeters(onLevels: (levels: ReadonlyMap<string, number>) => void) {
  const meters = new Map<string, Meter>();
  const samples = new Float32Array(2_048);
  let spoken: ReadonlyMap<string, number> = new Map();
  let shown: ReadonlyMap<string, number> = new Map();
  let context: AudioContext | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function show() {
    const levels = new Map(spoken);
    // Before anything was clicked the page may not measure; after that it must be told to go on.
    if (context?.state === 'suspended' && navigator.userActivation.hasBeenActive) void context.resume();
    if (context?.state === 'running')
      for (const [identity, { analyser }] of meters) {
        analyser.getFloatTimeDomainData(samples);
        const level = loudness(samples);
        if (level > 0) levels.set(identity, level);
        else levels.delete(identity);
      }
    if (sameLevels(levels, shown)) return;
    shown = levels;
    onLevels(levels);
  }
  function remove(identity: string) {
    const meter = meters.get(identity);
    if (!meter) return;
    meters.delete(identity);
    meter.source.disconnect();
    meter.sink.srcObject = null;
    if (meters.size === 0) timer = void clearInterval(timer);
  }

  return {
    /** Speakers as the server tells them. */
    tell(speakers: ReadonlyMap<string, number>) {
      spoken = speakers;
      show();
    },
    add(identity: string, track: MediaStreamTrack) {
      remove(identity);
      context ??= new AudioContext();
      const stream = new MediaStream([track]);
      const source = context.createMediaStreamSource(stream);
      const analyser = context.createAnalyser();
      analyser.fftSize = samples.length;
      source.connect(analyser);
      // Chromium decodes a remote track only for an element that plays it: this one is muted, and stands nowhere.
      const sink = new Audio();
      sink.muted = true;
      sink.srcObject = stream;
      void sink.play().catch(() => {});
      meters.set(identity, { analyser, source, sink });
      timer ??= setInterval(show, everyMs);
    },
    remove,
    close() {
      for (const identity of [...meters.keys()]) remove(identity);
      spoken = new Map();
      shown = spoken;
      onLevels(spoken);
      void context?.close();
      context = undefined;
    },
  };
}
