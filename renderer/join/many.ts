import type { Room } from 'livekit-client';
import { createStore } from '../ui/store';
import { type Refused, refusalOf } from './refusal';
import type { LiveKit, Session } from './session';
import { sampleRoom } from './session-record';
import { startTestCard } from './test-card';
import { startTone } from './tone';

/** More than this, and one computer measures itself instead of the server. */
export const mostParticipants = 50;
export const sendingKinds = ['card', 'tone', 'nothing'] as const;
export type SendingKind = (typeof sendingKinds)[number];
/** Small and slow: each is drawn and encoded by this computer. */
const cardSize = { width: 640, height: 360, framesPerSecond: 15 };

/** A computer that many of them keep busy takes its time. */
const patience = { peerConnectionTimeout: 45_000, websocketTimeout: 30_000 };

/** One synthetic participant of this console. Bitrates in bit/s. */
export type Extra = {
  identity: string;
  state: 'waiting' | 'joining' | 'in' | 'left' | 'refused';
  joinMs: number | null;
  sentBitrate: number;
  receivedBitrate: number;
  refused: Refused | null;
};
export type Order = {
  count: number;
  everyMs: number;
  sending: SendingKind;
  url: string;
  /** A token for this identity, from main and under the profile's policy. */
  issue: (identity: string) => Promise<string>;
};
export type Many = {
  extras: ReturnType<typeof createStore<readonly Extra[]>>;
  add: (order: Order) => Promise<void>;
  /** Everyone leaves, also who is just about to join. */
  stop: () => Promise<void>;
};

const ofSession = new WeakMap<Session, Many>();
/** The synthetic participants of a stay. They leave with it; with the page the connections close by themselves. */
export function manyOf(session: Session): Many {
  const known = ofSession.get(session);
  if (known) return known;
  const many = createMany(session.livekit);
  ofSession.set(session, many);
  session.signal.addEventListener('abort', () => void many.stop());
  return many;
}

function createMany(livekit: LiveKit): Many {
  const extras = createStore<readonly Extra[]>([]);
  const change = (identity: string, changed: Partial<Extra>) =>
    extras.set(extras.get().map((one) => (one.identity === identity ? { ...one, ...changed } : one)));
  let over = new AbortController();
  let joins: Promise<void>[] = [];

  async function enter(identity: string, { sending, url, issue }: Order, signal: AbortSignal) {
    const room = new livekit.Room({ disconnectOnPageLeave: true, dynacast: true });
    const ends: (() => void)[] = [() => void room.disconnect()];
    const end = () => {
      for (const one of ends.splice(0)) one();
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      change(identity, { state: 'joining' });
      const token = await issue(identity);
      const begun = performance.now();
      if (signal.aborted) return;
      // Who sends need not receive: that would cost this computer the square of their number.
      await room.connect(url, token, { autoSubscribe: sending === 'nothing', ...patience });
      if (signal.aborted) return void (await room.disconnect());
      change(identity, { state: 'in', joinMs: performance.now() - begun });
      const left = new AbortController();
      ends.push(() => left.abort());
      room.once('disconnected', () => {
        end();
        change(identity, { state: 'left', sentBitrate: 0, receivedBitrate: 0 });
      });
      void sampleRoom(room, left.signal, ({ sentBitrate, receivedBitrate }) => change(identity, { sentBitrate, receivedBitrate }));
      ends.push(...(await send(livekit, room, identity, sending)));
      if (signal.aborted) end();
    } catch (error) {
      end();
      change(identity, { state: 'refused', refused: refusalOf(error, url) });
    }
  }

  return {
    extras,
    async add(order) {
      const { signal } = over;
      const identities = newIdentities(Math.min(order.count, mostParticipants - presentOf(extras.get())));
      const waiting = identities.map(
        (identity): Extra => ({ identity, state: 'waiting', joinMs: null, sentBitrate: 0, receivedBitrate: 0, refused: null }),
      );
      extras.set([...extras.get().filter(({ state }) => state !== 'left'), ...waiting]);
      for (const identity of identities) {
        if (signal.aborted) return;
        const entered = enter(identity, order, signal);
        joins.push(entered);
        // One after another: many at once take each other's time until the server gives them up.
        await Promise.all([entered, new Promise((resolve) => setTimeout(resolve, order.everyMs))]);
      }
    },
    async stop() {
      over.abort();
      over = new AbortController();
      await Promise.allSettled(joins);
      joins = [];
      extras.set([]);
    },
  };
}

/** How many are in the room or on their way. */
export const presentOf = (extras: readonly Extra[]) => extras.filter(({ state }) => state !== 'left' && state !== 'refused').length;

/** New ones each time: an identity that is in the room already would be thrown out of it. */
function newIdentities(count: number): string[] {
  const run = Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return Array.from({ length: Math.max(0, count) }, (_, at) => `qa-bot-${run}-${String(at + 1).padStart(2, '0')}`);
}

/** Answers what ends that which feeds the tracks. */
async function send(livekit: LiveKit, room: Room, identity: string, sending: SendingKind): Promise<(() => void)[]> {
  if (sending === 'nothing') return [];
  const tone = startTone(identity);
  const ends = [tone.end];
  const { Microphone, Camera } = livekit.Track.Source;
  await room.localParticipant.publishTrack(tone.track, { source: Microphone });
  if (sending === 'tone') return ends;
  const card = startTestCard(identity, cardSize);
  ends.push(card.end);
  await room.localParticipant.publishTrack(card.track, { source: Camera, simulcast: false });
  return ends;
}
