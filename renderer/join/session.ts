import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';
import { createChat } from './chat-log';
import type { Sending } from './local-media';
import { playRemoteAudio } from './remote-audio';
import { type RoomSnapshot, snapshotOf } from './room-snapshot';
import { createSender } from './sender';

export type LiveKit = typeof import('livekit-client');
/** A moment of the connection, in ms since the join was asked for. Each is kept once, at its first time. */
export type MarkName = 'asked' | 'loaded' | 'signal' | 'connected' | 'published' | 'firstAudio' | 'firstFrame';
export type Mark = { name: MarkName; at: number };

/** One stay in a room: it owns the connection and everything that was made for it, and `leave` gives all of it back. */
export type Session = {
  readonly room: Room;
  readonly livekit: LiveKit;
  readonly identity: string;
  /** Epoch in ms. */
  readonly joinedAt: number;
  readonly shown: ReturnType<typeof createStore<RoomSnapshot>>;
  /** How it ended, by LiveKit's DisconnectReason; null while it lasts, and after one's own `leave`. */
  readonly reason: () => number | null;
  readonly marks: ReturnType<typeof createStore<readonly Mark[]>>;
  mark: (name: MarkName) => void;
  readonly chat: ReturnType<typeof createChat>;
  /** Publishes, mutes or unmutes; captures anew where nothing is published. */
  setMicrophone: (on: boolean) => Promise<void>;
  setCamera: (on: boolean) => Promise<void>;
  /** Ends at `leave`; what the session's parts hold on to is given back by it. */
  readonly signal: AbortSignal;
  leave: () => Promise<void>;
};

export type JoinOrder = { url: string; token: string; sending: Sending };

/** What changes the picture of the room. */
const changes = [
  'connectionStateChanged',
  'participantConnected',
  'participantDisconnected',
  'trackPublished',
  'trackUnpublished',
  'trackSubscribed',
  'trackUnsubscribed',
  'trackMuted',
  'trackUnmuted',
  'localTrackPublished',
  'localTrackUnpublished',
  'participantMetadataChanged',
  'participantNameChanged',
  'participantAttributesChanged',
  'participantPermissionsChanged',
  'activeSpeakersChanged',
  'connectionQualityChanged',
  'recordingStatusChanged',
  'roomMetadataChanged',
  'participantEncryptionStatusChanged',
  'trackStreamStateChanged',
  'trackSubscriptionPermissionChanged',
  'disconnected',
] as const;

/** Joins. Rejects where the server does not let in; nothing is left behind then. */
export async function join({ url, token, sending }: JoinOrder): Promise<Session> {
  const begun = performance.now();
  const marks = createStore<readonly Mark[]>([{ name: 'asked', at: 0 }]);
  const mark = (name: MarkName) => {
    if (!marks.get().some((one) => one.name === name)) marks.set([...marks.get(), { name, at: performance.now() - begun }]);
  };
  const livekit = await import('livekit-client');
  livekit.setLogLevel('silent');
  mark('loaded');
  const room = new livekit.Room({ adaptiveStream: true, dynacast: true, disconnectOnPageLeave: true });
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
  for (const change of changes) room.on(change, show);
  room.once('signalConnected', () => mark('signal'));
  playRemoteAudio(room, () => mark('firstAudio'));
  const chat = createChat(room);
  const sender = createSender(livekit, room, sending);
  let reason: number | null = null;
  const leave = async () => {
    if (ended.signal.aborted) return;
    ended.abort();
    await room.disconnect();
    sender.end();
    shown.set(snapshotOf(room));
    room.removeAllListeners();
  };
  room.once('disconnected', (why) => {
    if (!ended.signal.aborted) reason = why ?? 0;
    void leave();
  });

  try {
    await room.connect(url, token);
  } catch (error) {
    await leave();
    throw error;
  }
  mark('connected');
  return {
    room,
    livekit,
    identity: room.localParticipant.identity,
    joinedAt: Date.now(),
    shown,
    reason: () => reason,
    marks,
    mark,
    chat,
    signal: ended.signal,
    setCamera: sender.setCamera,
    setMicrophone: sender.setMicrophone,
    leave,
  };
}
