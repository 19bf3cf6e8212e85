/** The middle one, or the upper of the two in the middle. */
export function median(values: number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/**
 * How many times as long the first takes as the second: the two in turn, so that a busy machine slows both, and the median of each.
 * Both answer milliseconds. The first turn warms up and does not count.
 */
export async function ratio(name: string, turns: number, first: () => Promise<number>, second: () => Promise<number>): Promise<number> {
  const times: { first: number[]; second: number[] } = { first: [], second: [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const [our, other] = [await first(), await second()];
    if (turn === 0) continue;
    times.first.push(our);
    times.second.push(other);
  }
  const [our, other] = [median(times.first), median(times.second)];
  console.log(`${name}: ${our.toFixed(2)} ms against ${other.toFixed(2)} ms, ${turns} turns`);
  return Number((our / other).toFixed(2));
}
