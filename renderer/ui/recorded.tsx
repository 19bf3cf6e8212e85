import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { api, CallError, unwrap } from '../api';
import { useOpenProfile } from './profile';

type What = Egress['what'];
const nothing: ReadonlyMap<string, What[]> = new Map();

/**
 * What is recorded or streamed now, by room: one question for all rooms. Without Redis, or where it fails, nothing is said: a room's own
 * mark (`activeRecording`) is then all that is known.
 */
export function useRecorded(): ReadonlyMap<string, What[]> {
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
    const byRoom = new Map<string, What[]>();
    for (const { room, what } of egresses) {
      const known = byRoom.get(room) ?? [];
      if (room !== '' && !known.includes(what)) byRoom.set(room, [...known, what]);
    }
    return byRoom;
  }, [egresses]);
}

/** The red mark of a room, with what of it is recorded where that is known. */
export function Recorded({ what, brief = false }: { what: readonly What[]; brief?: boolean }) {
  const { t } = useTranslation();
  const words = what.map((one) => t(`media.egress.what.${one}`)).join(', ');
  return (
    <span className="rec">
      <i aria-hidden />
      <span className={brief && words ? 'gone' : undefined}>{t('rooms.recording')}</span>
      {words && <span>{words}</span>}
    </span>
  );
}
