import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../main/contract';
import type { PersonFound } from '../../main/contract/rooms';
import { api, unwrap } from '../api';

/** Two rooms may hold the same identity. */
export const hitId = ({ room, participant }: PersonFound) => JSON.stringify([room, participant.identity]);

type Run = {
  searchId: string;
  text: string;
  startedAt: number;
  rooms: number;
  read: number;
  found: number;
  hits: ReadonlyMap<string, PersonFound>;
  /** Null: it still runs, or failed. */
  report: Output<'people.search'> | null;
  error: Error | null;
};
export type PeopleRun = Run;

/** One search at a time over all rooms of the server; hits come while it runs. A new one, and leaving, cancel the one before. */
export function usePeopleSearch(profileId: string) {
  const [run, setRun] = useState<Run | null>(null);
  const current = useRef<string | null>(null);
  const change = useCallback(
    (searchId: string, next: (run: Run) => Run) => setRun((now) => (now?.searchId === searchId ? next(now) : now)),
    [],
  );

  useEffect(
    () =>
      api.on['people.found'](({ searchId, hits, ...counts }) =>
        change(searchId, (now) => ({
          ...now,
          ...counts,
          hits: hits.length === 0 ? now.hits : new Map([...now.hits, ...hits.map((hit) => [hitId(hit), hit] as const)]),
        })),
      ),
    [change],
  );
  const cancel = () => {
    if (current.current) void api['people.cancel']({ searchId: current.current });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads a ref alone
  useEffect(() => cancel, []);

  async function search(text: string) {
    cancel();
    const searchId = crypto.randomUUID();
    current.current = searchId;
    setRun({ searchId, text, startedAt: Date.now(), rooms: 0, read: 0, found: 0, hits: new Map(), report: null, error: null });
    try {
      const report = await unwrap(api['people.search']({ profileId, searchId, text }));
      change(searchId, (now) => ({ ...now, report }));
    } catch (error) {
      change(searchId, (now) => ({ ...now, error: error instanceof Error ? error : new Error(String(error)) }));
    }
    if (current.current === searchId) current.current = null;
  }

  /** What an action's answer says about a hit; null: the person is out. */
  function amend(id: string, next: (hit: PersonFound) => PersonFound | null) {
    setRun((now) => {
      const hit = now?.hits.get(id);
      if (!now || !hit) return now;
      const hits = new Map(now.hits);
      const amended = next(hit);
      if (amended) hits.set(id, amended);
      else hits.delete(id);
      return { ...now, hits };
    });
  }
  const isRunning = run !== null && run.report === null && run.error === null;
  return { run, isRunning, search, cancel, amend };
}
export type PeopleSearch = ReturnType<typeof usePeopleSearch>;
