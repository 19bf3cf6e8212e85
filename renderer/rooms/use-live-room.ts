import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Participant } from '../../main/contract/participants';
import { api, unwrap } from '../api';
import { createStore } from '../ui/store';
import { type Link, type Observer, type Quality, startObserver } from './live-observer';
import { emptyRoom, type Heard, peopleOf, roomModel } from './room-model';

/** A room of thousands makes a list of megabytes: it is asked for less often. */
const listEveryMs = (people: number) => (people > 2_000 ? 10_000 : people > 500 ? 5_000 : 2_000);

/** Levels change ten times a second; only the bars that show them listen. */
export type Levels = ReturnType<typeof createStore<ReadonlyMap<string, number>>>;
/** What came and went while nothing was watched, by identity. */
export type Missed = { from: number; to: number; came: string[]; left: string[] };

/** Everything that is known of one room, renewed as it happens. Leaves nothing behind when it goes. */
export function useLiveRoom(profileId: string, room: string, wanted: boolean) {
  const [model, tell] = useReducer(roomModel, emptyRoom);
  const [link, setLink] = useState<Link>({ state: 'off' });
  const [qualities, setQualities] = useState<ReadonlyMap<string, Quality>>(new Map());
  const [levels] = useState<Levels>(() => createStore<ReadonlyMap<string, number>>(new Map()));
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const observer = useRef<Observer | null>(null);
  const visible = useRef<string[]>([]);

  const list = useQuery({
    queryKey: ['participants.list', profileId, room],
    queryFn: async () => {
      const askedAt = Date.now();
      return { askedAt, ...(await unwrap(api['participants.list']({ profileId, room }))) };
    },
    refetchInterval: ({ state }) => listEveryMs(state.data?.participants.length ?? 0),
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    if (list.data) tell({ kind: 'list', askedAt: list.data.askedAt, people: list.data.participants });
  }, [list.data]);

  const isThere = list.isSuccess && list.data.exists;
  const there = useRef(isThere);
  useEffect(() => {
    there.current = isThere;
  });
  const [wasThere, setWasThere] = useState(false);
  if (isThere && !wasThere) setWasThere(true);

  useEffect(() => {
    if (!wanted || !wasThere) return;
    const heard = batched<Heard>((all) => all.forEach(tell));
    const quality = batched<[string, Quality]>((all) => setQualities((before) => new Map([...before, ...all])));
    const started = startObserver({
      ask: async () => {
        const observation = await unwrap(api['rooms.observe']({ profileId, room }));
        setOwn((before) => new Set(before).add(observation.identity));
        return observation;
      },
      isThere: () => there.current,
      onHeard: heard.add,
      onQuality: (identity, now) => quality.add([identity, now]),
      onLevels: levels.set,
      onLink: setLink,
    });
    started.listenTo(visible.current);
    observer.current = started;
    return () => {
      observer.current = null;
      started.stop();
      heard.stop();
      quality.stop();
      setLink({ state: 'off' });
      setQualities(new Map());
      levels.set(new Map());
    };
  }, [profileId, room, wanted, wasThere, levels]);

  const people = useMemo(() => peopleOf(model).filter(({ identity }) => !own.has(identity)), [model, own]);
  const missed = useMissed(link, people, model.askedAt);
  const listenTo = useCallback((identities: string[]) => {
    visible.current = identities;
    observer.current?.listenTo(identities);
  }, []);
  return { people, askedAt: model.askedAt, list, link, qualities, levels, tell, listenTo, observer, missed };
}
export type LiveRoomData = ReturnType<typeof useLiveRoom>;

const frameMs = 16;

/** Many events at once, as when an observer joins a full room, become one change for each frame; a single one is shown at once. */
function batched<T>(flush: (all: T[]) => void) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushedAt = 0;
  return {
    add(one: T) {
      waiting.push(one);
      timer ??= setTimeout(
        () => {
          timer = undefined;
          flushedAt = performance.now();
          flush(waiting);
          waiting = [];
        },
        Math.max(0, flushedAt + frameMs - performance.now()),
      );
    },
    stop: () => clearTimeout(timer),
  };
}

/** After a break: who was there before it and is not any more, and who has come. */
function useMissed(link: Link, people: Participant[], askedAt: number): { missed: Missed | null; dismiss: () => void } {
  const [gap, setGap] = useState<{ from: number; before: Set<string> } | null>(null);
  const [missed, setMissed] = useState<Missed | null>(null);
  if (link.state === 'lost' && !gap) setGap({ from: link.since, before: new Set(people.map(({ identity }) => identity)) });
  if (link.state === 'off' && gap) setGap(null);
  if (link.state === 'on' && gap && askedAt > link.since) {
    const now = new Set(people.map(({ identity }) => identity));
    setMissed({
      from: gap.from,
      to: link.since,
      came: [...now].filter((identity) => !gap.before.has(identity)),
      left: [...gap.before].filter((identity) => !now.has(identity)),
    });
    setGap(null);
  }
  return { missed, dismiss: () => setMissed(null) };
}
