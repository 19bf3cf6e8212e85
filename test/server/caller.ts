import { z } from 'zod';
import type { Handlers } from '../../main/application';
import { calls, type Input, type Output } from '../../main/contract';
import type { CallName } from '../../main/contract/names';

const table: { [N in CallName]: { input: z.ZodType<Input<N>>; output: z.ZodType<Output<N>> } } = calls;

/** As the host does: what comes in is parsed, what goes out is checked. `profileId` is given to every call that takes one. */
export function caller<M extends CallName>(handlers: Pick<Handlers, M>, profileId: string) {
  const all: { [N in M]: (input: Input<N>) => Promise<Output<N>> } = handlers;
  return async <N extends M>(name: N, input: Omit<z.input<(typeof calls)[N]['input']>, 'profileId'>): Promise<Output<N>> => {
    const schema = table[name].input;
    const takesProfile = schema instanceof z.ZodObject && 'profileId' in schema.shape;
    return table[name].output.parse(await all[name](schema.parse(takesProfile ? { profileId, ...input } : input)));
  };
}
