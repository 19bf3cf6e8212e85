import type { Room } from 'livekit-client';
import type { Profile } from '../../main/contract/profiles';
import { apiRights } from '../../main/contract/tokens';
import { api, CallError, unwrap } from '../api';
import { type RefusalCode, withoutTokens } from './refusal';
import { refusedJoin } from './refused-join';
import { tryData, tryPublish, trySubscribe, tryUpdateSelf } from './rights-tries';
import type { LiveKit } from './session';
import { type Right, rareRights, rightGroups, sources } from './token-rights';

export const notTried = ['not-in-room', 'nobody-publishes', 'no-harmless-try', 'no-observer', 'stopped'] as const;
/** What became of one right. `said`: in the words of the server or of main, without tokens. */
export type Outcome = {
  state: 'waiting' | 'runs' | 'allowed' | 'refused' | 'unclear' | 'not-tried';
  why: RefusalCode | (typeof notTried)[number] | null;
  said: string;
};
export type Outcomes = ReadonlyMap<Right, Outcome>;
type Order = { url: string; token: string; room: string; identity: string; profile: Profile };

const waiting: Outcome = { state: 'waiting', why: null, said: '' };
const untried = (why: (typeof notTried)[number]): Outcome => ({ state: 'not-tried', why, said: '' });
const all = Object.values(rightGroups).flat();
const holds = (is: boolean): Outcome => ({ state: is ? 'allowed' : 'refused', why: null, said: '' });
const unclear = (error: unknown): Outcome => ({
  state: 'unclear',
  why: null,
  said: error instanceof CallError ? error.code : String(error),
});

/** Joins as the holder and tries one right after another; the room is left in any case, also at `signal`. */
export async function runRights(order: Order, tell: (outcomes: Outcomes) => void, signal: AbortSignal): Promise<void> {
  let outcomes: Outcomes = new Map(all.map((right) => [right, waiting]));
  const show: Show = (right, outcome) => {
    outcomes = new Map(outcomes).set(right, { ...outcome, said: withoutTokens(outcome.said) });
    tell(outcomes);
  };
  for (const right of rareRights) show(right, untried('no-harmless-try'));
  await Promise.all([tryOverApi(order, show), tryInRoom(order, show, signal)]);
  for (const [right, { state }] of outcomes) {
    if (state === 'waiting' || state === 'runs') show(right, untried(signal.aborted ? 'stopped' : 'not-in-room'));
  }
}

type Show = (right: Right, outcome: Outcome) => void;

async function tryInRoom(order: Order, show: Show, signal: AbortSignal) {
  const livekit = await import('livekit-client');
  livekit.setLogLevel('silent');
  // Not back in by itself: somebody else with this identity may be in the room by then.
  const room = new livekit.Room({ disconnectOnPageLeave: true, reconnectPolicy: { nextRetryDelayInMs: () => null } });
  const leave = () => void room.disconnect();
  signal.addEventListener('abort', leave);
  try {
    if (await enter(room, order, show, signal)) await tryInside(livekit, room, order, show, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    await room.disconnect();
  }
}

/** Whether the server lets the holder in; why not is shown. */
async function enter(room: Room, order: Order, show: Show, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  show('join', { ...waiting, state: 'runs' });
  try {
    await room.connect(order.url, order.token, { autoSubscribe: false });
    for (const right of ['join', 'expiry'] as const) show(right, holds(true));
    return true;
  } catch (error) {
    signal.throwIfAborted();
    const { code, said } = (await refusedJoin(error, order, order.profile)).refused;
    show('join', { state: 'refused', why: code, said });
    if (code === 'expired' || code === 'not-yet-valid') show('expiry', holds(false));
    return false;
  }
}

async function tryInside(livekit: LiveKit, room: Room, order: Order, show: Show, signal: AbortSignal) {
  const attempt = async (right: Right, run: () => Promise<Outcome>) => {
    signal.throwIfAborted();
    show(right, { ...waiting, state: 'runs' });
    const outcome = await run();
    signal.throwIfAborted();
    show(right, outcome);
  };
  await attempt('subscribe', () => trySubscribe(room));
  for (const source of sources) await attempt(source, () => tryPublish(livekit, room, source));
  await attempt('updateSelf', () => tryUpdateSelf(room));
  await attempt('data', () => withObserver(livekit, order, signal, (observer) => tryData(room, observer)));
  await showStanding(order, show);
}

/** Somebody hidden of this console's own, who hears whether a message comes. The policy may forbid watching. */
async function withObserver(livekit: LiveKit, { profile, room }: Order, signal: AbortSignal, run: (observer: Room) => Promise<Outcome>) {
  const observation = await unwrap(api['rooms.observe']({ profileId: profile.id, room })).catch(() => null);
  if (!observation) return untried('no-observer');
  const observer = new livekit.Room({ disconnectOnPageLeave: true, reconnectPolicy: { nextRetryDelayInMs: () => null } });
  const leave = () => void observer.disconnect();
  signal.addEventListener('abort', leave);
  try {
    await observer.connect(observation.url, observation.token, { autoSubscribe: false });
    return await run(observer);
  } catch {
    return untried('no-observer');
  } finally {
    signal.removeEventListener('abort', leave);
    await observer.disconnect();
  }
}

/** How the server lists the holder while it is in the room. */
async function showStanding({ profile, room, identity }: Order, show: Show) {
  try {
    const { participants } = await unwrap(api['participants.list']({ profileId: profile.id, room }));
    const person = participants.find((one) => one.identity === identity);
    if (!person) return;
    show('hidden', holds(person.permission.hidden));
    show('agent', holds(person.permission.agent || person.kind === 'agent'));
    show('recorder', holds(person.permission.recorder));
  } catch (error) {
    for (const right of rightGroups.standing) show(right, unclear(error));
  }
}

async function tryOverApi({ profile, token }: Order, show: Show) {
  try {
    const tries = await unwrap(api['tokens.tryRights']({ profileId: profile.id, jwt: token }));
    for (const { right, outcome, answer } of tries) show(right, { state: outcome, why: null, said: outcome === 'allowed' ? '' : answer });
  } catch (error) {
    for (const right of apiRights) show(right, unclear(error));
  }
}
