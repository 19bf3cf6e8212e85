import type { Signed } from './post';

/** What was refused has a share of its own, so that a stranger cannot push out what can be replayed. */
const bounds = {
  verified: { count: 200, bytes: 16 * 1024 * 1024 },
  refused: { count: 20, bytes: 4 * 1024 * 1024 },
};
/** As long as LiveKit's signatures hold. */
const holdsMs = 300_000;

function createShelf({ count, bytes }: (typeof bounds)['verified']) {
  const kept = new Map<number, Signed & { until: number }>();
  const total = () => [...kept.values()].reduce((sum, { body }) => sum + body.length, 0);
  return {
    kept,
    add(no: number, signed: Signed, until: number) {
      kept.set(no, { ...signed, until });
      for (const [oldest, one] of kept) if (one.until < Date.now() || kept.size > count) kept.delete(oldest);
      for (const oldest of kept.keys()) if (total() > bytes) kept.delete(oldest);
    },
  };
}

/** The latest deliveries as they came, in memory alone: a signature is a secret while it holds, and worth nothing after that. */
export function createOriginals() {
  const [verified, refused] = [createShelf(bounds.verified), createShelf(bounds.refused)];
  return {
    add(no: number, signed: Signed, { signedAt, reason }: { signedAt: string | null; reason: string | null }) {
      const begun = signedAt === null ? Date.now() : Date.parse(signedAt);
      (reason === null ? verified : refused).add(no, signed, begun + holdsMs);
    },
    find(no: number): Signed | undefined {
      const found = verified.kept.get(no) ?? refused.kept.get(no);
      return found && found.until > Date.now() ? found : undefined;
    },
    clear() {
      verified.kept.clear();
      refused.kept.clear();
    },
  };
}
export type Originals = ReturnType<typeof createOriginals>;
