import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';

const frameMs = 100;
const asSource = (source: TrackSource) => {
  const options = new TrackPublishOptions();
  options.source = source;
  return options;
};

/** A real person in a room. */
export interface Participant {
  room: Room;
  /** Texts that others have sent. */
  received: string[];
  /** Identities of the others whose tracks have come. */
  hears: Set<string>;
  /** The others, as this one is told. */
  sees(): string[];
  /** Sends silence, or noise that counts as speaking (`constant`: without a pause), until `leave`; a track is listed once media flows. Rejects after 10 s where the server does not let it. */
  publishMicrophone(how?: { loud: boolean; constant?: boolean }): Promise<void>;
  publishCamera(): Promise<void>;
  send(text: string): Promise<void>;
  leave(): Promise<void>;
}

/**
 * Joins with this token. One at a time: rtc-node 1.1 loses handles when several connect at once. `dispose` is for the end of a process:
 * whoever joins after it waits for ever.
 */
export async function join(url: string, token: string): Promise<Participant> {
  const room = new Room();
  const received: string[] = [];
  const hears = new Set<string>();
  const timers: NodeJS.Timeout[] = [];
  room.on(RoomEvent.DataReceived, (payload) => void received.push(new TextDecoder().decode(payload)));
  room.on(RoomEvent.TrackSubscribed, (_track, _publication, { identity }) => void hears.add(identity));
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  const local = () => {
    if (!room.localParticipant) throw new Error('not connected');
    return room.localParticipant;
  };
  return {
    room,
    received,
    hears,
    sees: () => [...room.remoteParticipants.keys()],
    async publishMicrophone({ loud, constant = false } = { loud: false }) {
      const source = new AudioSource(48_000, 1);
      const samples = (48_000 * frameMs) / 1_000;
      const frameOf = (sample: () => number) => new AudioFrame(Int16Array.from({ length: samples }, sample), 48_000, 1, samples);
      const silence = frameOf(() => 0);
      const noise = frameOf(() => (Math.random() - 0.5) * 40_000);
      let sent = 0;
      const next = () => {
        sent += 1;
        // A second each of noise and silence: the server tells of speakers only when something changes.
        return loud && (constant || sent % 20 < 10) ? noise : silence;
      };
      timers.push(setInterval(() => void source.captureFrame(next()).catch(() => {}), frameMs));
      await local().publishTrack(LocalAudioTrack.createAudioTrack('microphone', source), asSource(TrackSource.SOURCE_MICROPHONE));
    },
    async publishCamera() {
      const source = new VideoSource(160, 96);
      const frame = new VideoFrame(new Uint8Array(160 * 96 * 1.5), 160, 96, VideoBufferType.I420);
      timers.push(setInterval(() => source.captureFrame(frame), frameMs));
      await local().publishTrack(LocalVideoTrack.createVideoTrack('camera', source), asSource(TrackSource.SOURCE_CAMERA));
    },
    send: (text) => local().publishData(new TextEncoder().encode(text), { reliable: true }),
    async leave() {
      timers.forEach(clearInterval);
      await room.disconnect();
    },
  };
}
