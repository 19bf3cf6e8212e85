import IconDoor from '@tabler/icons-react/icons/IconDoor';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import type { Command } from '../ui/commands';
import { useOpenProfile } from '../ui/profile';
import { goRoom } from '../ui/room-link';
import { safeString } from '../ui/safe-text';

/** More are found by typing more of a name. */
const mostRooms = 20;

/**
 * The rooms that are open now, the fullest first, as far as their names hold each word. Asked when the palette opens; of a server that does
 * not answer there are none. Letters in their order are no match here: of ten thousand names they fit too many, and take too long.
 */
export function useRoomCommands(query: string): Command[] {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const { data } = useQuery({
    queryKey: ['rooms.list', profileId],
    queryFn: () => unwrap(api['rooms.list']({ profileId })),
    retry: false,
  });
  const fullestFirst = useMemo(() => data?.rooms.toSorted((a, b) => b.participants - a.participants) ?? [], [data]);
  const group = t('palette.groups.rooms');
  const words = query.toLowerCase().split(/\s+/);
  return fullestFirst
    .filter(({ name }) => words.every((word) => `${group} ${name}`.toLowerCase().includes(word)))
    .slice(0, mostRooms)
    .map(({ name, participants }) => ({
      id: `room ${name}`,
      group,
      icon: IconDoor,
      label: safeString(name, 256),
      detail: t('rooms.people', { count: participants }),
      run: () => goRoom(name),
    }));
}
