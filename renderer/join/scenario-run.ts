import type { SimulationScenario } from 'livekit-client';
import { createStore } from '../ui/store';
import { countFlow, flowsOf, type Gap, longestGap, type Measured, stillMs, type Tick } from './media-flow';
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
const longestMs = 40_000;
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
  const since = Date.now();
  show({ state: 'runs', since });
  recordOf(session).note({ at: since, what: 'asked', detail: name });
  const outcome = await outcomeOf(session, name);
  recordOf(session).ran.push({ at: since, name, outcome });
  if (outcome.state === 'stopped-and-flowed') {
    recordOf(session).note({ at: since + outcome.backAfterMs, what: 'mediaFlows', detail: `${outcome.backAfterMs} ms` });
  }
  show(outcome);
}

async function outcomeOf(session: Session, name: ScenarioName): Promise<Outcome> {
  const { room } = session;
  // Without a TURN server the client would look for one for minutes, and lose the room over it.
  if (name === 'force-tls' && !offersTurnOverTls(session)) return { state: 'no-turn' };
  const over = new AbortController();
  const ticks: Tick[] = [];
  let measured: Measured = 'answers';
  const counting = countFlow(room, AbortSignal.any([over.signal, session.signal]), (tick, by) => {
    if (by === 'received') measured = by;
    ticks.push(tick);
  });
  try {
    const from = Date.now();
    await room.simulateScenario(name, name === 'subscriber-bandwidth' ? narrowBandwidth : undefined);
    await settled(session, from, () => flowsOf(ticks).at(-1) ?? 0);
    if (name === 'subscriber-bandwidth') await room.simulateScenario(name, 0);
    if (session.signal.aborted) return { state: 'sent-away' };
    const gap = longestGap(flowsOf(ticks), from, Date.now(), stillMs[measured]);
    if (!gap) return { state: 'never-stopped' };
    return gap.isOver ? { state: 'stopped-and-flowed', gapMs: gap.gapMs, backAfterMs: gap.backAfterMs, measured } : { state: 'no-media' };
  } catch (error) {
    return { state: 'failed', said: withoutTokens(String(error)) };
  } finally {
    over.abort();
    await counting;
  }
}

/** Until the room has been connected for some seconds and media has come in them, or it is over. */
async function settled({ room, signal }: Session, from: number, lastFlow: () => number): Promise<void> {
  let steadySince = from;
  while (!signal.aborted && Date.now() - from < longestMs) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (room.state !== 'connected') steadySince = Date.now();
    if (Date.now() - steadySince > settledMs && lastFlow() > steadySince) return;
  }
}

function offersTurnOverTls({ room }: Session): boolean {
  return room.engine.latestJoinResponse?.iceServers.some(({ urls }) => urls.some((url) => url.startsWith('turns:'))) ?? false;
}
