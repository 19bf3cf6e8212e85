import IconDoorOff from '@tabler/icons-react/icons/IconDoorOff';
import IconGhost2 from '@tabler/icons-react/icons/IconGhost2';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table';
import { Recorded } from '../ui/recorded';
import { roomLink } from '../ui/room-link';
import { SafeText } from '../ui/safe-text';
import { useAge } from '../ui/time';
import { isNearlyFull } from './room-filter';
import type { RoomRow } from './use-room-rows';

export const roomColumnIds = ['name', 'people', 'publishers', 'recording', 'age', 'sid', 'metadata'] as const;
export type RoomColumnId = (typeof roomColumnIds)[number];

const None = () => <span className="none">–</span>;

function Name({ room }: { room: RoomRow }) {
  const { t } = useTranslation();
  return (
    <>
      <a href={roomLink(room.name)} tabIndex={-1} className="room-name">
        <SafeText text={room.name} />
      </a>
      {room.watched && (
        <span className="tag plain">
          <IconDoorOff size={12} aria-hidden /> {t('rooms.watched')}
        </span>
      )}
      {room.ghost && (
        <span className="tag amber">
          <IconGhost2 size={12} aria-hidden /> {t('rooms.ghost.mark')}
        </span>
      )}
    </>
  );
}

function People({ room }: { room: RoomRow }) {
  const { participants, maxParticipants } = room;
  return (
    <span className="people-cell">
      <span>
        <b className={participants === 0 ? 'zero' : ''}>{participants}</b>
        {maxParticipants > 0 && <span className="of"> / {maxParticipants}</span>}
      </span>
      <span className="fill" data-full={isNearlyFull(room) || undefined} aria-hidden>
        {maxParticipants > 0 && <i style={{ width: `${Math.min(100, (participants / maxParticipants) * 100)}%` }} />}
      </span>
    </span>
  );
}

/** `now`: epoch in ms, for the age. */
export function useRoomColumns(now: number, hidden: readonly string[]): Column<RoomRow>[] {
  const { t, i18n } = useTranslation();
  const age = useAge();
  return useMemo(() => {
    // A comparison by locale makes a collator each time: 10,000 names want one.
    const collator = new Intl.Collator(i18n.language);
    const head = (id: RoomColumnId) => t(`rooms.columns.${id}`);
    const all: Column<RoomRow>[] = [
      { id: 'name', head: head('name'), compare: (a, b) => collator.compare(a.name, b.name), cell: (room) => <Name room={room} /> },
      {
        id: 'people',
        head: head('people'),
        width: 160,
        align: 'num',
        compare: (a, b) => a.participants - b.participants,
        cell: (room) => <People room={room} />,
      },
      {
        id: 'publishers',
        head: head('publishers'),
        width: 92,
        align: 'num',
        compare: (a, b) => a.publishers - b.publishers,
        cell: ({ publishers }) => publishers || <None />,
      },
      {
        id: 'recording',
        head: head('recording'),
        width: 104,
        compare: (a, b) => Number(a.recording) - Number(b.recording),
        cell: ({ recording, recorded }) => (recording ? <Recorded of={recorded} brief /> : <None />),
      },
      {
        id: 'age',
        head: head('age'),
        width: 92,
        align: 'num',
        compare: (a, b) => b.createdAt - a.createdAt,
        cell: ({ createdAt }) => <span className="dim">{age(now - createdAt)}</span>,
      },
      { id: 'sid', head: head('sid'), width: 150, cell: ({ sid }) => <code className="dim">{sid}</code> },
      {
        id: 'metadata',
        head: head('metadata'),
        cell: ({ metadata }) => <span className="note">{metadata && <SafeText text={metadata} longest={120} />}</span>,
      },
    ];
    return all.filter(({ id }) => !hidden.includes(id));
  }, [t, i18n.language, age, now, hidden]);
}
