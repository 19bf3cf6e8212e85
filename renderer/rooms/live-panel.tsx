import { ActionIcon, Button } from '@mantine/core';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import IconX from '@tabler/icons-react/icons/IconX';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';
import { Json } from '../ui/json';
import { nameOf } from '../ui/person-name';
import { RecordButton } from '../ui/record-button';
import { pieces, SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { useAge, useNow } from '../ui/time';
import { timesIn } from '../ui/times';
import { AsCommand } from './as-command';
import { EditPerson } from './edit-person';
import type { Person } from './live-columns';
import { Avatar, Quality } from './live-marks';
import { PanelMore } from './panel-more';
import { PanelTracks } from './panel-tracks';
import { PermissionEditor } from './permission-editor';
import type { LiveActions } from './use-live-actions';
import type { LiveRoomData } from './use-live-room';

export type PanelProps = { person: Person; room: string; live: LiveRoomData; actions: LiveActions; readOnly: boolean };
/** `peekAsked`: another number each time that the table's key asks for a peek; 0: it did not. */
type Opened = { focused: boolean; peekAsked?: number };

/** Everything about one person, beside the table; not a modal, so J and K go on moving. */
export function LivePanel({
  focused,
  peekAsked = 0,
  footer,
  onClose,
  ...props
}: PanelProps & Opened & { footer?: ReactNode; onClose: () => void }) {
  const { t } = useTranslation();
  const { person, live, readOnly } = props;
  const [editing, setEditing] = useState(false);
  const label = t('live.panel.label', { name: nameOf(person) });
  return (
    <aside className="drawer" aria-label={label}>
      <header>
        <Avatar name={person.name || person.identity} levels={live.levels} identity={person.identity} big />
        <div>
          <h2>
            <SafeText text={person.name || person.identity} longest={200} />
          </h2>
          <small className="mono">
            <SafeText text={person.identity} />
          </small>
        </div>
        <ActionIcon disabled={readOnly} aria-label={t('live.panel.edit')} onClick={() => setEditing(true)}>
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
        <RecordButton of={{ room: props.room, identity: person.identity }} name={nameOf(person)} />
        <AsCommand of={useCopyable(props)} />
        <ActionIcon aria-label={t('live.panel.close')} onClick={onClose}>
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </header>
      <ScrollPane className="scroll" label={`${label}: ${t('ui.details')}`}>
        <Facts person={person} room={footer ? props.room : ''} />
        <PanelTracks {...props} peekAsked={peekAsked} />
        <Attributes attributes={person.attributes} />
        <Metadata text={person.metadata} />
        <PermissionEditor {...props} focused={focused} />
        <PanelMore {...props} />
      </ScrollPane>
      {footer && <footer>{footer}</footer>}
      {editing && <EditPerson {...props} onClose={() => setEditing(false)} />}
    </aside>
  );
}

/** What can be done to a person at a click, as commands. */
function useCopyable({ person, room }: PanelProps) {
  const { t } = useTranslation();
  const { identity, permission } = person;
  return [
    ...person.tracks.map(({ sid, source, muted }) => ({
      what: `${t(`live.media.${source}.${muted ? 'unmute' : 'mute'}`)} · ${sid}`,
      commands: () => [{ action: 'mute-track' as const, room, identity, trackSid: sid, muted: !muted }],
    })),
    { what: t('live.permissions.title'), commands: () => [{ action: 'update' as const, room, identity, permission }] },
    { what: t('live.remove.button'), commands: () => [{ action: 'remove' as const, room, identity }] },
  ];
}

/** `room`: where the panel does not stand beside its room. */
function Facts({ person, room }: { person: Person; room: string }) {
  const { t, i18n } = useTranslation();
  const age = useAge();
  const now = useNow(10_000);
  const time = timesIn(i18n.language);
  return (
    <dl className="pairs">
      {room !== '' && (
        <>
          <dt>{t('people.columns.room')}</dt>
          <dd>
            <SafeText text={room} longest={200} />
          </dd>
        </>
      )}
      <dt>{t('live.panel.joined')}</dt>
      <dd>{person.joinedAt > 0 ? t('live.panel.ago', { time: time.clock(person.joinedAt), age: age(now - person.joinedAt) }) : '–'}</dd>
      <dt>{t('live.panel.link')}</dt>
      <dd>
        <Quality of={person.quality} /> {person.quality !== 'unknown' && t(`live.quality.${person.quality}`)}
      </dd>
      <dt>{t('live.panel.state')}</dt>
      <dd>{t(`live.panel.states.${person.state}`)}</dd>
      {person.region !== '' && (
        <>
          <dt>{t('live.panel.region')}</dt>
          <dd>
            <SafeText text={person.region} />
          </dd>
        </>
      )}
      <dt>{t('live.panel.sid')}</dt>
      <dd>
        <code>{person.sid}</code>
      </dd>
    </dl>
  );
}

function Attributes({ attributes }: { attributes: Record<string, string> }) {
  const { t } = useTranslation();
  const entries = Object.entries(attributes);
  return (
    <section aria-label={t('live.panel.attributes')}>
      <h3>{t('live.panel.attributes')}</h3>
      {entries.length === 0 && <p className="rk-hint">{t('live.panel.none')}</p>}
      <dl className="pairs">
        {entries.slice(0, 200).map(([key, value]) => (
          <div key={key} className="pair">
            <dt>
              <code>
                <SafeText text={key} longest={80} />
              </code>
            </dt>
            <dd>
              <SafeText text={value} longest={2_000} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const longestJson = 20_000;
/** As JSON where it is JSON that hides nothing; else as it is, each odd character by its code point. */
function Metadata({ text }: { text: string }) {
  const { t } = useTranslation();
  const json =
    text.length <= longestJson && pieces(text).every(({ odd, text: shown }) => !odd || shown === 'U+000A') ? parsed(text) : undefined;
  return (
    <section aria-label={t('live.panel.metadata')}>
      <h3>
        {t('live.panel.metadata')}
        {text !== '' && <CopyIcon text={text} label={t('live.panel.copyMetadata')} />}
      </h3>
      {text === '' && <p className="rk-hint">{t('live.panel.none')}</p>}
      {json !== undefined && <Json value={json} label={t('live.panel.metadata')} />}
      {json === undefined && text !== '' && (
        <p className="plain-metadata">
          <SafeText text={text} longest={longestJson} />
        </p>
      )}
    </section>
  );
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // What JSON writes with escapes may hide just as well once it is read.
    return typeof value === 'object' && value !== null && pieces(JSON.stringify(value)).every(({ odd }) => !odd) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Kept open while its person is gone for a moment: nothing typed is lost by a rejoin. */
export function GonePanel({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className="drawer" aria-label={t('live.panel.label', { name })}>
      <header>
        <div>
          <h2>{name}</h2>
          <small>{t('live.panel.gone')}</small>
        </div>
        <Button onClick={onClose}>{t('ui.close')}</Button>
      </header>
    </aside>
  );
}
