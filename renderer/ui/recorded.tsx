import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { api, CallError, unwrap } from '../api';
import { useOpenProfile } from './profile';
import { formatClock, useNow } from './time';
import { timesIn } from './times';

/** What of a room is recorded or streamed, and since when the longest of it: epoch in ms, 0 where none has begun. */
export type Recording = { what: Egress['what'][]; since: number };
const nothing: ReadonlyMap<string, Recording> = new Map();

/**
 * What is recorded or streamed now, by room: one question for all rooms. Without Redis, or where it fails, nothing is said: a room's own
 * mark (`activeRecording`) is then all that is known.
 */
export function useRecorded(): ReadonlyMap<string, Recording> {
  const { id: profileId } = useOpenProfile();
  const list = useQuery({
    queryKey: ['egress.list', profileId, 'active'],
    queryFn: () => unwrap(api['egress.list']({ profileId, active: true })),
    retry: false,
    refetchInterval: ({ state: { error } }) => (error instanceof CallError && error.code === 'no-redis' ? 60_000 : 5_000),
  });
  const egresses = list.isError ? undefined : list.data?.egresses;
  return useMemo(() => {
    if (!egresses || egresses.length === 0) return nothing;
    const byRoom = new Map<string, Recording>();
    for (const { room, what, startedAt } of egresses) {
      if (room === '') continue;
      const known = byRoom.get(room) ?? { what: [], since: 0 };
      const starts = [known.since, startedAt].filter((time) => time > 0);
      byRoom.set(room, { what: [...new Set([...known.what, what])], since: starts.length > 0 ? Math.min(...starts) : 0 });
    }
    return byRoom;
  }, [egresses]);
}

/** The red mark of a room, with what of it is recorded and for how long, where that is known. */
export function Recorded({ of, brief = false }: { of: Recording | undefined; brief?: boolean }) {
  const { t, i18n } = useTranslation();
  const words = (of?.what ?? []).map((one) => t(`media.egress.what.${one}`)).join(', ');
  const since = of && of.since > 0 ? of.since : null;
  const time = timesIn(i18n.language);
  return (
    <span className="rec" title={since === null ? undefined : t('rooms.recordingSince', { time: time.moment(since) })}>
      <i aria-hidden />
      <span className={brief && words ? 'gone' : undefined}>{t('rooms.recording')}</span>
      {since !== null && <RunningTime since={since} />}
      {words && <span>{words}</span>}
    </span>
  );
}

export function RunningTime({ since }: { since: number }) {
  return <time>{formatClock(useNow(1_000) - since)}</time>;
}
