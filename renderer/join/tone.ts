export type Tone = { track: MediaStreamTrack; end: () => void };

/** −18 dBFS: twice as loud as what LiveKit calls speech by default (audio.active_level 35, for 40 % of the time). */
export const toneDecibels = -18;

/** Between 180 and 420 Hz, so that several of them can be told apart. */
function pitchOf(identity: string): number {
  let sum = 0;
  for (const character of identity) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 240;
  return 180 + sum;
}

/** A tone without a microphone, until `end`. It swells twice a second: one that stands still is taken for noise and filtered out. */
export function startTone(identity: string): Tone {
  const context = new AudioContext();
  const to = context.createMediaStreamDestination();
  const loudness = context.createGain();
  loudness.gain.value = 10 ** (toneDecibels / 20) * Math.SQRT2;
  const voice = new OscillatorNode(context, { type: 'triangle', frequency: pitchOf(identity) });
  const swell = new OscillatorNode(context, { frequency: 2 });
  const depth = new GainNode(context, { gain: loudness.gain.value * 0.3 });
  swell.connect(depth).connect(loudness.gain);
  voice.connect(loudness).connect(to);
  voice.start();
  swell.start();
  void context.resume();
  const [track] = to.stream.getAudioTracks();
  if (!track) throw new Error('the tone gives no sound');
  return {
    track,
    end() {
      track.stop();
      void context.close();
    },
  };
}
