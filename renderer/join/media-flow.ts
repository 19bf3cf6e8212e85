import type { Room } from 'livekit-client';
import { reportsOf } from './session-record';
import type { StatsEntry } from './stats-model';

/** Packets counted at one moment; the count begins anew with each connection. */
export type Tick = { at: number; packets: number };
/** With nobody else who sends, the server's answers alone tell that the way is open: about one a second. */
export type Measured = 'received' | 'answers';
/** Pauses shorter than this are no gap. */
export const stillMs: Record<Measured, number> = { received: 400, answers: 3_000 };
const everyMs = 100;

/** Moments at which something had come since the moment before. A count that is less than before is of a new connection. */
export const flowsOf = (ticks: readonly Tick[]): number[] =>
  ticks.filter(({ packets }, at) => packets > 0 && packets !== ticks[at - 1]?.packets).map(({ at }) => at);

export type Gap = { gapMs: number; backAfterMs: number };
/**
 * The longest time without media since `from`, and how long after `from` it flowed again; null: it never stopped. Not over: none has come
 * for the last `still` ms before `now`.
 */
export function longestGap(flows: readonly number[], from: number, now: number, still: number): (Gap & { isOver: boolean }) | null {
  const moments = [from, ...flows.filter((at) => at > from)];
  const sinceLast = now - (moments.at(-1) ?? from);
  if (sinceLast >= still) return { gapMs: sinceLast, backAfterMs: now - from, isOver: false };
  let longest = { gapMs: 0, backAfterMs: 0, isOver: true };
  for (const [at, moment] of moments.entries()) {
    const gapMs = moment - (moments[at - 1] ?? moment);
    if (gapMs > longest.gapMs) longest = { gapMs, backAfterMs: moment - from, isOver: true };
  }
  return longest.gapMs < still ? null : longest;
}

/** Packets of one report after the other. Once media has come it alone counts: a new connection's first answers are none. */
export function createCounter() {
  let measured: Measured = 'answers';
  const count = (entries: StatsEntry[]) => {
    const received = total(entries, 'inbound-rtp');
    if (received > 0) measured = 'received';
    return measured === 'received' ? received : total(entries, 'transport');
  };
  return { count, measured: () => measured };
}
const total = (entries: StatsEntry[], type: string) =>
  entries.filter((entry) => entry.type === type).reduce((sum, { packetsReceived }) => sum + Number(packetsReceived ?? 0), 0);

/** What has been counted so far. */
export type Flow = { flows: () => number[]; countedAt: () => number; measured: () => Measured };

/** Has counted once when it answers, and goes on until `signal` ends. */
export async function countFlow(room: Room, signal: AbortSignal): Promise<Flow> {
  const ticks: Tick[] = [];
  const { count, measured } = createCounter();
  const countOnce = async () => {
    const packets = count((await reportsOf(room)).flat());
    ticks.push({ at: Date.now(), packets });
  };
  const countOn = async () => {
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      await countOnce();
    }
  };
  await countOnce();
  void countOn();
  return { flows: () => flowsOf(ticks), countedAt: () => ticks.at(-1)?.at ?? 0, measured };
}
