import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Room } from '../../main/contract/rooms';
import { api, unwrap } from '../api';
import { type Recording, useRecorded } from '../ui/recorded';
import { useWatches } from './watch-lines';

/** The server's own list is asked this often; faster than 2 s gives no newer figures. */
const listEveryMs = 3_000;
/** Asking a dead node costs 3 s, and it stays dead. */
const checkEveryMs = 15_000;

export type RoomRow = Room & {
  /** Counted from the participants themselves; else the server's figure, 3 to 8 s late. */
  counted: boolean;
  /** Its node does not answer: the room and its people may be long gone. */
  ghost: boolean;
  /** What of it is recorded or streamed, where the server says so. */
  recorded: Recording | undefined;
  /** A ban or a gate is at its door. */
  watched: boolean;
};

/** All rooms, those on screen counted anew. A failed refresh keeps the last rows. */
export function useRoomRows(profileId: string) {
  const [visible, setVisible] = useState<string[]>([]);
  const [settled] = useDebouncedValue(visible, 300);
  const list = useQuery({
    queryKey: ['rooms.list', profileId],
    queryFn: () => unwrap(api['rooms.list']({ profileId })),
    refetchInterval: listEveryMs,
    retry: false,
  });
  const counts = useQuery({
    queryKey: ['rooms.count', profileId, settled],
    queryFn: () => unwrap(api['rooms.count']({ profileId, rooms: settled.slice(0, 200) })),
    enabled: settled.length > 0 && list.isSuccess,
    refetchInterval: listEveryMs,
    placeholderData: (before) => before,
    retry: false,
  });
  // A dead node's rooms and people are listed and counted as before, for ever: only an action shows it, here one without effect.
  const checks = useQuery({
    queryKey: ['rooms.check', profileId, settled],
    queryFn: () => unwrap(api['rooms.check']({ profileId, rooms: settled.slice(0, 200) })),
    enabled: settled.length > 0 && list.isSuccess,
    refetchInterval: checkEveryMs,
    placeholderData: (before) => before,
    retry: false,
  });
  const watches = useWatches();
  const recordedIn = useRecorded();
  const rows = useMemo(() => {
    const watchedRooms = new Set(watches.map(({ room }) => room));
    const ghosts = new Set(checks.data?.filter(({ state }) => state === 'ghost').map(({ room }) => room));
    const counted = new Map(counts.data?.map((count) => [count.room, count]));
    return list.data?.rooms.map((listed): RoomRow => {
      const recorded = recordedIn.get(listed.name);
      const room = { ...listed, recorded, recording: listed.recording || recorded !== undefined };
      const count = counted.get(room.name);
      const ghost = ghosts.has(room.name);
      const watched = watchedRooms.has(room.name);
      if (!count || count.problem) return { ...room, counted: false, ghost, watched };
      return { ...room, participants: count.participants, publishers: count.publishers, counted: true, ghost, watched };
    });
  }, [list.data, counts.data, checks.data, watches, recordedIn]);
  return { rows, list, setVisible };
}
