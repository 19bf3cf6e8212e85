/** A bucket for each client: a minute's worth at once, refilled evenly. */
export function createRateLimit(now: () => number = () => performance.now()) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Takes one; seconds until the next one where there is none left. */
    take(id: string, perMinute: number): number | null {
      const at = now();
      const bucket = buckets.get(id) ?? { left: perMinute, at };
      const left = Math.min(perMinute, bucket.left + ((at - bucket.at) / 60_000) * perMinute);
      const taken = left >= 1;
      buckets.set(id, { left: taken ? left - 1 : left, at });
      return taken ? null : Math.ceil(((1 - left) * 60) / perMinute);
    },
  };
}
