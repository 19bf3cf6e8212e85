import type { SimulationScenario } from 'livekit-client';
import { createStore } from '../ui/store';
import { countFlow, type Flow, type Gap, longestGap, type Measured, stillMs } from './media-flow';
import { withoutTokens } from './refusal';
import type { Session } from './session';
import { recordOf } from './session-record';

/** LiveKit's own names, in the order of the list. */
export const scenarioNames = [
  'signal-reconnect',
  'resume-reconnect',
  'full-reconnect',
  'disconnect-signal-on-resume',
  'migration',
  'node-failure',
  'force-tcp',
  'force-tls',
  'subscriber-bandwidth',
  'speaker',
  'server-leave',
] as const satisfies SimulationScenario[];
export type ScenarioName = (typeof scenarioNames)[number];

export type Outcome =
  | ({ state: 'stopped-and-flowed' } & Gap & { measured: Measured })
  | { state: 'never-stopped' | 'sent-away' | 'no-turn' | 'no-media' }
  | { state: 'failed'; said: string };
export type ScenarioState = { state: 'runs'; since: number } | Outcome;
type States = ReadonlyMap<ScenarioName, ScenarioState>;

const settledMs = 3_000;
/** LiveKit itself gives a connection up after about that long. */
const longestMs = 60_000;
/** What the server is asked to let through, in bit/s: less than one layer of a picture. */
const narrowBandwidth = 100_000;
const states = new WeakMap<Session, ReturnType<typeof createStore<States>>>();

export function scenariosOf(session: Session) {
  const known = states.get(session) ?? createStore<States>(new Map());
  states.set(session, known);
  return known;
}

/** Asks for one fault of one's own connection and waits until media flows again. One at a time. */
export async function runScenario(session: Session, name: ScenarioName): Promise<void> {
  const store = scenariosOf(session);
  const show = (state: ScenarioState) => store.set(new Map(store.get()).set(name, state));
  const record = recordOf(session);
  show({ state: 'runs', since: Date.now() });
  const over = new AbortController();
  const flow = await countFlow(session.room, AbortSignal.any([over.signal, session.signal]));
  const from = Date.now();
  record.note({ at: from, what: 'asked', detail: name });
  const outcome = await outcomeOf(session, name, from, flow);
  over.abort();
  record.ran.push({ at: from, name, outcome });
  if (outcome.state === 'stopped-and-flowed') {
    record.note({ at: from + outcome.backAfterMs, what: 'mediaFlows', detail: `${outcome.backAfterMs} ms` });
  }
  show(outcome);
}

async function outcomeOf(session: Session, name: ScenarioName, from: number, flow: Flow): Promise<Outcome> {
  const { room, signal } = session;
  // Without a TURN server the client would look for one for minutes, and lose the room over it.
  if (name === 'force-tls' && !offersTurnOverTls(session)) return { state: 'no-turn' };
  try {
    await room.simulateScenario(name, name === 'subscriber-bandwidth' ? narrowBandwidth : undefined);
    const settledAt = await settled(session, from, flow);
    if (name === 'subscriber-bandwidth') await room.simulateScenario(name, 0);
    if (signal.aborted) return { state: 'sent-away' };
    const measured = flow.measured();
    const gap = longestGap(flow.flows(), from, settledAt ?? Date.now(), stillMs[measured]);
    if (!gap) return { state: 'never-stopped' };
    return gap.isOver ? { state: 'stopped-and-flowed', gapMs: gap.gapMs, backAfterMs: gap.backAfterMs, measured } : { state: 'no-media' };
  } catch (error) {
    return { state: 'failed', said: withoutTokens(String(error)) };
  }
}

/**
 * Until the room has been connected for some seconds and media flows, by a count at their end: on a busy computer one takes seconds, and
 * the time since the last is no gap. Answers that count's time; null: it did not come to that.
 */
async function settled({ room, signal }: Session, from: number, flow: Flow): Promise<number | null> {
  let steadySince = from;
  while (!signal.aborted && Date.now() - from < longestMs) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (room.state !== 'connected') steadySince = Date.now();
    const [countedAt, last] = [flow.countedAt(), flow.flows().at(-1) ?? 0];
    if (countedAt - steadySince > settledMs && last > steadySince && countedAt - last < stillMs[flow.measured()]) return countedAt;
  }
  return null;
}

function offersTurnOverTls({ room }: Session): boolean {
  return room.engine.latestJoinResponse?.iceServers.some(({ urls }) => urls.some((url) => url.startsWith('turns:'))) ?? false;
}
