import { ActionIcon, Tooltip } from '@mantine/core';
import IconArrowsMaximize from '@tabler/icons-react/icons/IconArrowsMaximize';
import IconPinned from '@tabler/icons-react/icons/IconPinned';
import IconPinnedOff from '@tabler/icons-react/icons/IconPinnedOff';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import { PersonMarks, useNameOf } from './person-marks';
import type { Seat } from './seating';
import type { Session } from './session';
import { TrackMenu } from './track-menu';
import { TrackPicture } from './track-picture';

type Props = { session: Session; seat: Seat; pinned: boolean; onPin: () => void };

/** One picture, with who it is, how large it comes, and what can be done with it. */
export function Tile({ session, seat: { person, picture }, pinned, onPin }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const figure = useRef<HTMLElement>(null);
  const [size, setSize] = useState('');
  const name = safeString(nameOf(person), 60);
  const action = (label: string, Icon: typeof IconPinned, run: () => void) => (
    <Tooltip label={label}>
      <ActionIcon aria-label={`${label}: ${name}`} onClick={run}>
        <Icon size={15} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <figure ref={figure} className="tile" data-live={person.speaking || undefined} aria-label={name}>
      <TrackPicture session={session} person={person} picture={picture} onSize={(width, height) => setSize(`${width} × ${height}`)} />
      <figcaption className="plate low">
        <PersonMarks person={person} />
      </figcaption>
      <span className="plate top">
        <code>
          {[size, picture.source === 'screen_share' && t('join.screen'), picture.paused && t('join.paused')].filter(Boolean).join(' · ')}
        </code>
      </span>
      <span className="row-actions on-tile">
        {action(t(pinned ? 'join.unpin' : 'join.pin'), pinned ? IconPinnedOff : IconPinned, onPin)}
        <TrackMenu session={session} person={person} />
        {action(t('join.fullScreen'), IconArrowsMaximize, () => void figure.current?.requestFullscreen().catch(() => {}))}
      </span>
    </figure>
  );
}
