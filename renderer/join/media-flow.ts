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
/** The longest time without media since `from`, and how long after `from` it flowed again. Null: it never stopped. */
export function longestGap(flows: readonly number[], from: number, now: number, still: number): (Gap & { isOver: boolean }) | null {
  const moments = [from, ...flows.filter((at) => at > from), now];
  let longest = { gapMs: 0, backAfterMs: 0, isOver: true };
  for (const [at, moment] of moments.entries()) {
    const gapMs = moment - (moments[at - 1] ?? moment);
    if (gapMs > longest.gapMs) longest = { gapMs, backAfterMs: moment - from, isOver: at < moments.length - 1 };
  }
  return longest.gapMs < still ? null : longest;
}

/** Counts until `signal` ends. */
export async function countFlow(room: Room, signal: AbortSignal, tell: (tick: Tick, measured: Measured) => void): Promise<void> {
  while (!signal.aborted) {
    const entries = (await reportsOf(room)).flat();
    const received = total(entries, 'inbound-rtp');
    tell({ at: Date.now(), packets: received || total(entries, 'transport') }, received > 0 ? 'received' : 'answers');
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
const total = (entries: StatsEntry[], type: string) =>
  entries.filter((entry) => entry.type === type).reduce((sum, { packetsReceived }) => sum + Number(packetsReceived ?? 0), 0);
