import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';
import { createCaptions } from './captions';
import { createChat } from './chat-log';
import { createData } from './data-log';
import { startEncryption } from './encryption';
import { connectOptions, type JoinOptions, roomOptions } from './join-options';
import { playRemoteAudio } from './remote-audio';
import { type RoomSnapshot, snapshotChanges, snapshotOf } from './room-snapshot';
import { createSender } from './sender';
import type { Sending, Source } from './sending';

export type LiveKit = typeof import('livekit-client');
/** A moment of the connection, in ms since the join was asked for. Each is kept once, at its first time. */
export type MarkName = 'asked' | 'loaded' | 'signal' | 'connected' | 'published' | 'firstAudio' | 'firstFrame';
export type Mark = { name: MarkName; at: number };

/** One stay in a room: it owns the connection and everything that was made for it, and `leave` gives all of it back. */
export type Session = {
  readonly room: Room;
  readonly livekit: LiveKit;
  readonly identity: string;
  /** The server it is at, which need not be the open profile's. */
  readonly url: string;
  /** Epoch in ms. */
  readonly joinedAt: number;
  readonly shown: ReturnType<typeof createStore<RoomSnapshot>>;
  /** How it ended, by LiveKit's DisconnectReason; null while it lasts, and after one's own `leave`. */
  readonly reason: () => number | null;
  readonly marks: ReturnType<typeof createStore<readonly Mark[]>>;
  mark: (name: MarkName) => void;
  readonly chat: ReturnType<typeof createChat>;
  readonly captions: ReturnType<typeof createCaptions>;
  readonly data: ReturnType<typeof createData>;
  /** Whether frames came that the passphrase does not open. */
  readonly undecipherable: ReturnType<typeof createStore<boolean>>;
  /** Publishes, mutes or unmutes; captures anew where nothing is published. */
  setMicrophone: (on: boolean) => Promise<void>;
  setCamera: (on: boolean) => Promise<void>;
  setScreenShare: (on: boolean) => Promise<void>;
  /** Sends from another source from now on. */
  choose: (what: 'camera' | 'microphone', from: Source) => Promise<void>;
  sending: () => Sending;
  readonly options: JoinOptions;
  /** Ends at `leave`; what the session's parts hold on to is given back by it. */
  readonly signal: AbortSignal;
  leave: () => Promise<void>;
};

/** `speaker`: the browser's id of a sound output; empty: its default one. */
export type JoinOrder = { url: string; token: string; sending: Sending; options: JoinOptions; speaker: string };

/** Joins. Rejects where the server does not let in; nothing is left behind then. */
export async function join({ url, token, sending, options, speaker }: JoinOrder): Promise<Session> {
  const begun = performance.now();
  const marks = createStore<readonly Mark[]>([{ name: 'asked', at: 0 }]);
  const mark = (name: MarkName) => {
    if (!marks.get().some((one) => one.name === name)) marks.set([...marks.get(), { name, at: performance.now() - begun }]);
  };
  const livekit = await import('livekit-client');
  livekit.setLogLevel('silent');
  mark('loaded');
  const encryption = options.passphrase ? await startEncryption(livekit, options.passphrase) : null;
  const room = new livekit.Room({
    ...roomOptions(options),
    ...(encryption?.roomOptions ?? {}),
    ...(speaker ? { audioOutput: { deviceId: speaker } } : {}),
  });
  const ended = new AbortController();
  const shown = createStore(snapshotOf(room));
  let isDue = false;
  const show = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      shown.set(snapshotOf(room));
    });
  };
  for (const change of snapshotChanges) room.on(change, show);
  room.once('signalConnected', () => mark('signal'));
  playRemoteAudio(room, () => mark('firstAudio'));
  const [chat, captions, data] = [createChat(room), createCaptions(room), createData(room)];
  const undecipherable = createStore(false);
  room.on('encryptionError', () => undecipherable.set(true));
  const sender = createSender(livekit, room, options, sending);
  let reason: number | null = null;
  const leave = async () => {
    if (ended.signal.aborted) return;
    ended.abort();
    await room.disconnect();
    sender.end();
    encryption?.end();
    shown.set(snapshotOf(room));
    room.removeAllListeners();
  };
  room.once('disconnected', (why) => {
    if (!ended.signal.aborted) reason = why ?? 0;
    void leave();
  });

  try {
    if (encryption) await room.setE2EEEnabled(true);
    await room.connect(url, token, connectOptions(options));
  } catch (error) {
    await leave();
    throw error;
  }
  mark('connected');
  return {
    room,
    livekit,
    identity: room.localParticipant.identity,
    url,
    joinedAt: Date.now(),
    options,
    shown,
    reason: () => reason,
    marks,
    mark,
    chat,
    captions,
    data,
    undecipherable,
    signal: ended.signal,
    setCamera: (on) => sender.turn('camera', on),
    setMicrophone: (on) => sender.turn('microphone', on),
    async setScreenShare(on) {
      await room.localParticipant.setScreenShareEnabled(on, { audio: true });
    },
    choose: sender.choose,
    sending: sender.sending,
    leave,
  };
}
