import { ActionIcon, Tooltip } from '@mantine/core';
import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconGhost2 from '@tabler/icons-react/icons/IconGhost2';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import IconUserMinus from '@tabler/icons-react/icons/IconUserMinus';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../main/contract/rooms';
import type { Column } from '../ui/data-table';
import { Tag } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { roomLink } from '../ui/room-link';
import { SafeText } from '../ui/safe-text';
import { excerpt } from './excerpt';
import { hitId } from './use-people-search';
import { microphoneOf, type PersonActions } from './use-person-actions';

const describes = (hit: PersonFound) => `hit-${encodeURIComponent(hitId(hit))}`;

/** Who it is, and where the searched text stands. */
function Person({ hit, text }: { hit: PersonFound; text: string }) {
  const { identity, name, attributes } = hit.participant;
  const found = hit.matches.filter(({ field }) => field === 'attribute').slice(0, 2);
  return (
    <span className="hit-person" id={describes(hit)}>
      <b className={name ? undefined : 'mono'}>
        <SafeText text={name || identity} longest={80} mark={text} />
      </b>
      {name && (
        <small className="mono">
          <SafeText text={identity} longest={80} mark={text} />
        </small>
      )}
      {found.map(({ key }) => (
        <small className="mono" key={key}>
          <SafeText text={excerpt(`${key}=${attributes[key] ?? ''}`, text)} longest={120} mark={text} />
        </small>
      ))}
    </span>
  );
}

function Room({ hit: { room, roomParticipants, ghost } }: { hit: PersonFound }) {
  const { t } = useTranslation();
  return (
    <span className="hit-room">
      <a href={roomLink(room)} tabIndex={-1}>
        <SafeText text={room} longest={80} />
      </a>{' '}
      <span className="hit-count">{roomParticipants.toLocaleString()}</span>
      {ghost && (
        <Tag tone="amber">
          <IconGhost2 size={12} aria-hidden /> {t('people.ghost')}
        </Tag>
      )}
    </span>
  );
}

function Microphone({ hit, actions }: { hit: PersonFound; actions: PersonActions }) {
  const { t } = useTranslation();
  const track = microphoneOf(hit);
  if (!track) return <IconMicrophoneOff className="hit-silent" size={15} role="img" aria-label={t('people.noMicrophone')} />;
  const label = t(track.muted ? 'people.unmute' : 'people.mute');
  const Icon = track.muted ? IconMicrophoneOff : IconMicrophone;
  return (
    <Tooltip label={label}>
      <ActionIcon
        tabIndex={-1}
        className="hit-microphone"
        data-muted={track.muted || undefined}
        aria-label={label}
        aria-describedby={describes(hit)}
        disabled={actions.readOnly}
        loading={actions.isMuting(hit)}
        onClick={() => actions.toggleMicrophone(hit)}
      >
        <Icon size={15} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function RowActions({ hit, readOnly, onRemove }: { hit: PersonFound; readOnly: boolean; onRemove: (hit: PersonFound) => void }) {
  const { t } = useTranslation();
  return (
    <span className="hit-actions">
      <Tooltip label={t('people.openRoom')}>
        <ActionIcon
          component="a"
          tabIndex={-1}
          href={roomLink(hit.room)}
          aria-label={t('people.openRoom')}
          aria-describedby={describes(hit)}
        >
          <IconDoor size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('people.remove.button')}>
        <ActionIcon
          tabIndex={-1}
          className="hit-remove"
          aria-label={t('people.remove.button')}
          aria-describedby={describes(hit)}
          disabled={readOnly}
          onClick={() => onRemove(hit)}
        >
          <IconUserMinus size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

export function usePeopleColumns(text: string, actions: PersonActions, onRemove: (hit: PersonFound) => void): Column<PersonFound>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
    return [
      {
        id: 'person',
        head: t('people.columns.person'),
        compare: (a, b) => nameOf(a.participant).localeCompare(nameOf(b.participant)),
        cell: (hit) => <Person hit={hit} text={text} />,
      },
      {
        id: 'room',
        head: t('people.columns.room'),
        width: 280,
        compare: (a, b) => a.room.localeCompare(b.room),
        cell: (hit) => <Room hit={hit} />,
      },
      {
        id: 'microphone',
        head: t('people.columns.microphone'),
        width: 96,
        align: 'mid',
        cell: (hit) => <Microphone hit={hit} actions={actions} />,
      },
      {
        id: 'joined',
        head: t('people.columns.joined'),
        width: 150,
        align: 'num',
        compare: (a, b) => a.participant.joinedAt - b.participant.joinedAt,
        cell: (hit) => (
          <span className="hit-end">
            <RowActions hit={hit} readOnly={actions.readOnly} onRemove={onRemove} />
            <span className="dim">{hit.participant.joinedAt > 0 ? time.format(hit.participant.joinedAt) : '–'}</span>
          </span>
        ),
      },
    ];
  }, [t, i18n.language, text, actions, onRemove]);
}
