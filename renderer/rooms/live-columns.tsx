import { ActionIcon, Tooltip } from '@mantine/core';
import IconLockAccess from '@tabler/icons-react/icons/IconLockAccess';
import IconShieldLock from '@tabler/icons-react/icons/IconShieldLock';
import IconUserMinus from '@tabler/icons-react/icons/IconUserMinus';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import type { Column } from '../ui/data-table';
import { Hint, Tag } from '../ui/marks';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import type { LiveDialog } from './live-dialogs';
import { Avatar, Level, Quality } from './live-marks';
import { Media, mediaSources } from './live-media';
import type { Quality as QualityName } from './live-observer';
import { maySend } from './permission-change';
import type { MediaActions } from './use-live-actions';
import type { Levels } from './use-live-room';

/** A participant as the table shows them. */
export type Person = Participant & { quality: QualityName; speaks: boolean };
const ranks = { lost: 0, poor: 1, good: 2, excellent: 3, unknown: 4 };
const shownAs = ({ name, identity }: Participant) => name || identity;

export function Tags({ person }: { person: Participant }) {
  const { t } = useTranslation();
  const { kind, permission, observer, state } = person;
  const tags = [
    observer && t('live.tags.observer'),
    kind !== 'standard' && t(`live.kinds.${kind}`),
    permission.recorder && t('live.tags.recorder'),
    permission.hidden && !observer && t('live.tags.hidden'),
    !permission.canPublish && !observer && !permission.recorder && t('live.tags.viewOnly'),
    permission.canUpdateMetadata && t('live.tags.editsSelf'),
    state !== 'active' && state !== 'disconnected' && !permission.hidden && t('live.tags.joining'),
  ].filter((tag) => typeof tag === 'string');
  return (
    <span className="tags" title={tags.join(', ')}>
      {tags.slice(0, 2).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

function Name({ person }: { person: Person }) {
  return (
    <span className="person" id={`person-${person.sid}`}>
      {person.name ? (
        <>
          <b>
            <SafeText text={person.name} longest={80} />
          </b>
          <small className="mono">
            <SafeText text={person.identity} longest={80} />
          </small>
        </>
      ) : (
        <b className="mono">
          <SafeText text={person.identity} longest={80} />
        </b>
      )}
    </span>
  );
}

/** What needs a question or the panel, over the row's last cell. */
function RowActions({ person, ...on }: { person: Person } & On) {
  const { t } = useTranslation();
  const describedBy = `person-${person.sid}`;
  const noMicrophone = !maySend(person.permission, 'microphone');
  const hard = t(noMicrophone ? 'live.hardMute.back' : 'live.hardMute.button');
  return (
    <span className="row-actions">
      <Tooltip label={<Hint text={hard} keys="H" />}>
        <ActionIcon
          tabIndex={-1}
          aria-label={hard}
          aria-describedby={describedBy}
          disabled={on.readOnly}
          onClick={() => on.onDialog({ kind: noMicrophone ? 'restore' : 'hardMute', person })}
        >
          <IconShieldLock size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('live.permissions.button')}>
        <ActionIcon
          tabIndex={-1}
          aria-label={t('live.permissions.button')}
          aria-describedby={describedBy}
          onClick={() => on.onPermissions(person)}
        >
          <IconLockAccess size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={<Hint text={t('live.remove.button')} keys="⌫" />}>
        <ActionIcon
          tabIndex={-1}
          className="danger"
          aria-label={t('live.remove.button')}
          aria-describedby={describedBy}
          disabled={on.readOnly}
          onClick={() => on.onDialog({ kind: 'remove', people: [person] })}
        >
          <IconUserMinus size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
type On = { onDialog: (dialog: LiveDialog) => void; onPermissions: (person: Participant) => void; readOnly: boolean };

export function useLiveColumns(levels: Levels, actions: MediaActions, hasRegions: boolean, on: On): Column<Person>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
    const loudness = ({ speaks, tracks }: Person) =>
      speaks ? 2 : tracks.some(({ source, muted }) => source === 'microphone' && !muted) ? 1 : 0;
    const collator = new Intl.Collator(i18n.language);
    const byName = (a: Person, b: Person) => collator.compare(shownAs(a), shownAs(b));
    const region: Column<Person> = {
      id: 'region',
      head: t('live.columns.region'),
      width: 90,
      compare: (a, b) => a.region.localeCompare(b.region),
      cell: (person) => <SafeText text={person.region} longest={30} />,
    };
    return [
      {
        id: 'person',
        head: t('live.columns.person'),
        compare: byName,
        cell: (person) => (
          <span className="who">
            <Avatar name={shownAs(person)} levels={levels} identity={person.identity} />
            <Name person={person} />
          </span>
        ),
      },
      {
        id: 'level',
        head: t('live.columns.level'),
        width: 62,
        compare: (a, b) => loudness(a) - loudness(b) || byName(b, a),
        cell: ({ identity }) => <Level levels={levels} identity={identity} />,
      },
      {
        id: 'media',
        head: t('live.columns.media'),
        width: 106,
        align: 'mid',
        cell: (person) => (
          <span className="medias">
            {mediaSources.map((source) => (
              <Media key={source} person={person} source={source} actions={actions} readOnly={on.readOnly} />
            ))}
          </span>
        ),
      },
      { id: 'role', head: t('live.columns.role'), width: 104, cell: (person) => <Tags person={person} /> },
      {
        id: 'link',
        head: t('live.columns.link'),
        width: 64,
        compare: (a, b) => ranks[a.quality] - ranks[b.quality],
        cell: ({ quality }) => <Quality of={quality} />,
      },
      ...(hasRegions ? [region] : []),
      {
        id: 'joined',
        head: t('live.columns.joined'),
        width: 94,
        align: 'num',
        compare: (a, b) => a.joinedAt - b.joinedAt,
        cell: (person) => (
          <span className="with-actions">
            <span className="dim">{person.joinedAt > 0 ? time.clock(person.joinedAt) : '–'}</span>
            <RowActions person={person} {...on} />
          </span>
        ),
      },
    ];
  }, [t, i18n.language, levels, actions, hasRegions, on]);
}
