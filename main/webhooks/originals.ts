import type { Signed } from './post';

const bounds = { count: 200, bytes: 16 * 1024 * 1024 };
/** As long as LiveKit's signatures hold. */
const holdsMs = 300_000;

/** The latest deliveries as they came, in memory alone: a signature is a secret while it holds, and worth nothing after that. */
export function createOriginals() {
  const kept = new Map<number, Signed & { until: number }>();
  const total = () => [...kept.values()].reduce((bytes, { body }) => bytes + body.length, 0);
  function bound() {
    for (const [no, { until }] of kept) if (until < Date.now() || kept.size > bounds.count) kept.delete(no);
    for (const no of kept.keys()) if (total() > bounds.bytes) kept.delete(no);
  }
  return {
    add(no: number, signed: Signed, signedAt: string | null) {
      const begun = signedAt === null ? Date.now() : Date.parse(signedAt);
      kept.set(no, { ...signed, until: begun + holdsMs });
      bound();
    },
    find(no: number): Signed | undefined {
      const found = kept.get(no);
      return found && found.until > Date.now() ? found : undefined;
    },
    clear: () => kept.clear(),
  };
}
export type Originals = ReturnType<typeof createOriginals>;
