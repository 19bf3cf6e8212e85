import { ActionIcon, Tooltip } from '@mantine/core';
import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconGhost2 from '@tabler/icons-react/icons/IconGhost2';
import IconId from '@tabler/icons-react/icons/IconId';
import IconUserMinus from '@tabler/icons-react/icons/IconUserMinus';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../main/contract/rooms';
import { Tags } from '../rooms/live-columns';
import { Avatar } from '../rooms/live-marks';
import { Media, mediaSources } from '../rooms/live-media';
import type { Column } from '../ui/data-table';
import { Tag } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { roomLink } from '../ui/room-link';
import { SafeText } from '../ui/safe-text';
import { createStore } from '../ui/store';
import { timesIn } from '../ui/times';
import { excerpt } from './excerpt';
import type { PersonActions } from './use-person-actions';

/** A search hears nobody. */
const unheard = createStore<ReadonlyMap<string, number>>(new Map());

/** Who it is, and where the searched text stands. */
function Person({ hit, text }: { hit: PersonFound; text: string }) {
  const { identity, name, attributes } = hit.participant;
  const found = hit.matches.filter(({ field }) => field === 'attribute').slice(0, 2);
  return (
    <span className="who">
      <Avatar name={name || identity} levels={unheard} identity={identity} />
      <span className="hit-person" id={`person-${hit.participant.sid}`}>
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

function RowActions({
  hit,
  readOnly,
  onRemove,
  onDetails,
}: {
  hit: PersonFound;
  readOnly: boolean;
  onRemove: (hit: PersonFound) => void;
  onDetails: (hit: PersonFound) => void;
}) {
  const { t } = useTranslation();
  return (
    <span className="hit-actions">
      <Tooltip label={t('ui.details')}>
        <ActionIcon
          tabIndex={-1}
          aria-label={t('ui.details')}
          aria-describedby={`person-${hit.participant.sid}`}
          onClick={() => onDetails(hit)}
        >
          <IconId size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('people.openRoom')}>
        <ActionIcon
          component="a"
          tabIndex={-1}
          href={roomLink(hit.room)}
          aria-label={t('people.openRoom')}
          aria-describedby={`person-${hit.participant.sid}`}
        >
          <IconDoor size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('people.remove.button')}>
        <ActionIcon
          tabIndex={-1}
          className="hit-remove"
          aria-label={t('people.remove.button')}
          aria-describedby={`person-${hit.participant.sid}`}
          disabled={readOnly}
          onClick={() => onRemove(hit)}
        >
          <IconUserMinus size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

type On = { onRemove: (hit: PersonFound) => void; onDetails: (hit: PersonFound) => void };

export function usePeopleColumns(text: string, actions: PersonActions, { onRemove, onDetails }: On): Column<PersonFound>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
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
        compare: (a, b) => a.room.localeCompare(b.room),
        cell: (hit) => <Room hit={hit} />,
      },
      {
        id: 'media',
        head: t('live.columns.media'),
        width: 106,
        align: 'mid',
        cell: (hit) => (
          <span className="medias">
            {mediaSources.map((source) => (
              <Media
                key={source}
                person={hit.participant}
                source={source}
                actions={{
                  mute: (_, tracks, muted) => actions.mute(hit, tracks, muted),
                  canUnmute: null,
                  isMuting: () => actions.isMuting(hit),
                }}
                readOnly={actions.readOnly}
              />
            ))}
          </span>
        ),
      },
      { id: 'role', head: t('live.columns.role'), width: 88, cell: (hit) => <Tags person={hit.participant} /> },
      {
        id: 'joined',
        head: t('people.columns.joined'),
        width: 150,
        align: 'num',
        compare: (a, b) => a.participant.joinedAt - b.participant.joinedAt,
        cell: (hit) => (
          <span className="hit-end">
            <RowActions hit={hit} readOnly={actions.readOnly} onRemove={onRemove} onDetails={onDetails} />
            <span className="dim">{hit.participant.joinedAt > 0 ? time.clock(hit.participant.joinedAt) : '–'}</span>
          </span>
        ),
      },
    ];
  }, [t, i18n.language, text, actions, onRemove, onDetails]);
}
