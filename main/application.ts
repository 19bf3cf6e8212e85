import type { z } from 'zod';
import { calls, events, type Input, type Output, type Payload } from './contract';
import { type CallName, callNames, type EventName } from './contract/names';
import { type Failure, type FailureDetails, Refusal, type Result } from './contract/result';
import { log } from './log';
import { redact } from './redact';

export type Handlers = { [N in CallName]: (input: Input<N>) => Promise<Output<N>> };
export type Emit = <N extends EventName>(name: N, payload: Payload<N>) => void;
/** The same table, seen so that the compiler ties the schemas of one name together. */
const table: { [N in CallName]: { input: z.ZodType<Input<N>>; output: z.ZodType<Output<N>> } } = calls;
type Listener = (name: EventName, payload: unknown) => void;

/** All that a host needs to know of Roomkeeper. */
export interface Application {
  call(name: unknown, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: Listener): () => void;
  /** Ends what the console has started: child processes, timers. */
  close(): Promise<void>;
}

const failure = (code: Failure['code'], message: string, details: FailureDetails = {}): Failure => ({
  ok: false,
  code,
  message: redact(message),
  ...details,
  ...(details.answer === undefined ? {} : { answer: redact(details.answer) }),
});
const isCallName = (name: unknown): name is CallName => callNames.some((known) => known === name);
const fieldIssues = ({ issues }: z.ZodError) => issues.map(({ path, message }) => ({ path: path.join('.'), code: message }));

/** `perform` is found by its name, its input is parsed, its output is checked, and whatever goes wrong is an answer. */
export function createApplication(createHandlers: (emit: Emit) => { handlers: Handlers; close: () => Promise<void> }): Application {
  const listeners = new Set<Listener>();
  const { handlers, close } = createHandlers((name, payload) => {
    if (listeners.size === 0) return; // without a page nobody looks
    const checked = events[name].parse(payload);
    for (const listener of listeners) listener(name, checked);
  });

  async function perform<N extends CallName>(name: N, input: unknown): Promise<Result<unknown>> {
    try {
      const parsed = table[name].input.safeParse(input);
      if (!parsed.success) return failure('invalid-input', `${name}: some fields are not valid`, { issues: fieldIssues(parsed.error) });
      return { ok: true, value: table[name].output.parse(await handlers[name](parsed.data)) };
    } catch (error) {
      if (error instanceof Refusal) {
        log.warn(name, error.code, error.message);
        return failure(error.code, error.message, error.details);
      }
      log.error(name, error);
      return failure('internal', `${name} failed`);
    }
  }

  return {
    async call(name, input) {
      if (isCallName(name)) return perform(name, input);
      // Not by its name: that may be anything, a secret too.
      log.warn('refused', 'unknown call');
      return failure('unknown-call', 'No such call');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}
