import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconDoorOff from '@tabler/icons-react/icons/IconDoorOff';
import IconUsers from '@tabler/icons-react/icons/IconUsers';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import { DataTable, type Sort } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { Freshness } from '../ui/freshness';
import { isTyping, useHotkeys } from '../ui/hotkeys';
import { JoinRoomButton } from '../ui/join-room-button';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { RecordButton } from '../ui/record-button';
import { go } from '../ui/route';
import { SafeText, safeString } from '../ui/safe-text';
import { BarActions, Screen } from '../ui/screen';
import { SkeletonRows } from '../ui/skeleton-rows';
import { GhostLine } from './ghost-line';
import { LiveBar, Observing } from './live-bar';
import { type Person, useLiveColumns } from './live-columns';
import { type LiveDialog, LiveDialogs } from './live-dialogs';
import { LiveFacts } from './live-facts';
import { liveKeys, type PanelPart } from './live-keys';
import { GonePanel, LivePanel } from './live-panel';
import { useAnnouncements, usePersons, useSpeakers } from './live-persons';
import { useLiveActions } from './use-live-actions';
import { type Missed, useLiveRoom } from './use-live-room';
import { WatchLines } from './watch-lines';
import './live.css';
import './drawer.css';
import { timesIn } from '../ui/times';

const idOf = ({ identity }: Person) => identity;
const none: ReadonlySet<string> = new Set();

/** One room as it is now: who is in it, what they send, what can be done about it. */
export function LiveRoom({ room }: { room: string }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const [wanted, setWanted] = useState(true);
  // Also when the policy changes while the room is open.
  const isObserved = wanted && profile.policy.watching.observe;
  const live = useLiveRoom(profile.id, room, isObserved);
  const speakers = useSpeakers(live.levels);
  const persons = usePersons(live, speakers);
  useAnnouncements(live.people);
  const [dialog, setShown] = useState<{ of: LiveDialog; no: number } | null>(null);
  const setDialog = useCallback((of: LiveDialog) => setShown((before) => ({ of, no: (before?.no ?? 0) + 1 })), []);
  const actions = useLiveActions(room, live, setDialog);
  const [sort, setSort] = useState<Sort>({ column: 'level', descending: true });
  const [at, setAt] = useState<string | null>(null);
  const [selected, setSelected] = useState(none);
  const [open, setOpen] = useState<{ identity: string; part: PanelPart; no: number } | null>(null);
  const openPanel = useCallback(
    ({ identity }: Participant, part: PanelPart = 'top') => setOpen((before) => ({ identity, part, no: (before?.no ?? 0) + 1 })),
    [],
  );
  const shown = open && persons.find(({ identity }) => identity === open.identity);
  const moveTo = (identity: string | null) => {
    setAt(identity);
    // To peek is asked for one person: it does not go along.
    if (open && identity !== null && identity !== open.identity)
      setOpen({ ...open, identity, part: open.part === 'peek' ? 'top' : open.part });
  };
  const on = useMemo(
    () => ({ readOnly, onDialog: setDialog, onPermissions: (person: Participant) => openPanel(person, 'permissions') }),
    [readOnly, openPanel, setDialog],
  );
  const columns = useLiveColumns(
    live.levels,
    actions.media,
    persons.some(({ region }) => region !== ''),
    on,
  );
  const rowHeight = useDensity() === 'roomy' ? 44 : 36;
  const chosen = persons.filter(({ identity }) => selected.has(identity));

  const own = liveKeys({ readOnly, actions, chosen, onDialog: setDialog, openPanel });
  const closeOrBack = ({ target }: KeyboardEvent) => {
    if (open) return setOpen(null);
    if (selected.size > 0) return setSelected(none);
    return isTyping(target) ? false : go('rooms');
  };
  useHotkeys({ Esc: closeOrBack });

  return (
    <Screen title={<Title room={room} />}>
      <BarActions>
        <ReadOnlyMark />
        <Observing link={live.link} wanted={isObserved} onWanted={setWanted} />
        <JoinRoomButton room={room} />
        <RecordButton of={{ room }} name={room} />
        <LiveBar
          room={room}
          readOnly={readOnly}
          speakers={[...speakers]}
          selected={chosen}
          onMuteAll={actions.muteAll}
          onMuteSome={actions.muteSome}
          onDialog={setDialog}
        />
      </BarActions>
      <div className="live" data-open={open ? '' : undefined}>
        <section className="live-list" aria-label={t('live.people')}>
          <LiveFacts room={room} persons={persons} />
          <GhostLine room={room} onRescue={() => setDialog({ kind: 'rescue' })} />
          <WatchLines room={room} />
          <MissedLine {...live.missed} />
          {live.list.isError && (
            <div className="missed">
              <Problem error={live.list.error} />
            </div>
          )}
          {persons.length > 0 ? (
            <DataTable
              label={t('live.people')}
              rows={persons}
              idOf={idOf}
              columns={columns}
              sort={sort}
              onSort={setSort}
              rowHeight={rowHeight}
              at={at}
              onAt={moveTo}
              selected={selected}
              onSelect={setSelected}
              onOpen={(person) => openPanel(person)}
              onKey={own}
              isProblem={({ quality }) => quality === 'poor' || quality === 'lost'}
              onVisible={live.listenTo}
            />
          ) : (
            <Nobody live={live} />
          )}
          <footer className="status">
            <span>
              {t('live.shown', { shown: persons.length.toLocaleString() })}
              {sort.column === 'level' && sort.descending && ` · ${t('live.speakingFirst')}`}
            </span>
            <Freshness takenAt={live.list.data?.takenAt} failed={live.list.isError} />
            <span className="hints">
              <Keys of="J K" /> {t('table.move')} <Keys of="M" /> {t('live.keys.mute')} <Keys of="P" /> {t('live.keys.peek')}{' '}
              <Keys of="⌫" /> {t('live.keys.remove')}
            </span>
          </footer>
        </section>
        {open && shown && (
          <LivePanel
            key={shown.sid}
            person={shown}
            room={room}
            live={live}
            actions={actions}
            readOnly={readOnly}
            focused={open.part === 'permissions'}
            peekAsked={open.part === 'peek' ? open.no : 0}
            onClose={() => setOpen(null)}
          />
        )}
        {open && !shown && <GonePanel name={safeString(open.identity, 60)} onClose={() => setOpen(null)} />}
      </div>
      {dialog && (
        <LiveDialogs
          key={dialog.no}
          dialog={dialog.of}
          room={room}
          live={live}
          actions={actions}
          onDialog={setDialog}
          onClose={() => setShown((now) => (now?.no === dialog.no ? null : now))}
        />
      )}
    </Screen>
  );
}

function Title({ room }: { room: string }) {
  const { t } = useTranslation();
  return (
    <span className="live-title">
      <a className="back" href="#/rooms" aria-label={t('live.back')} title="Esc">
        <IconChevronLeft size={16} aria-hidden />
      </a>
      <SafeText text={room} longest={80} />
    </span>
  );
}

function Nobody({ live: { list } }: { live: ReturnType<typeof useLiveRoom> }) {
  const { t } = useTranslation();
  if (list.isPending) return <SkeletonRows label={t('live.loading')} />;
  if (list.isError) return null;
  const absent = !list.data.exists;
  return (
    <EmptyState icon={absent ? IconDoorOff : IconUsers} title={absent ? t('live.absent') : t('live.nobody')}>
      {absent ? t('live.absentWhy') : t('live.nobodyWhy')}
    </EmptyState>
  );
}

function MissedLine({ missed, dismiss }: { missed: Missed | null; dismiss: () => void }) {
  const { t, i18n } = useTranslation();
  if (!missed) return null;
  const time = timesIn(i18n.language);
  return (
    <div className="missed">
      <Finding
        tone="amber"
        title={t('live.observing.missed', { from: time.exactClock(missed.from), to: time.exactClock(missed.to) })}
        action={{ label: t('live.observing.understood'), run: dismiss }}
      >
        {t('live.observing.missedWhat', { came: missed.came.length, left: missed.left.length })}
      </Finding>
    </div>
  );
}
