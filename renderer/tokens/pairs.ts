/** A record while it is typed: a list, so that half-typed names and twice the same one stay. */
export type Pair = { name: string; value: string };

export const pairsOf = (record: Record<string, string>): Pair[] => Object.entries(record).map(([name, value]) => ({ name, value }));

export const recordOf = (pairs: Pair[]): Record<string, string> =>
  Object.fromEntries(pairs.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
