import IconUserOff from '@tabler/icons-react/icons/IconUserOff';
import IconUserSearch from '@tabler/icons-react/icons/IconUserSearch';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../main/contract/rooms';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { useHotkeys } from '../ui/hotkeys';
import type { KeyName } from '../ui/keys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark } from '../ui/read-only';
import { safeString } from '../ui/safe-text';
import { BarActions, Screen } from '../ui/screen';
import { useTablePreferences } from '../ui/table-preferences';
import { HitPanel } from './hit-panel';
import { usePeopleColumns } from './people-columns';
import { isIn, PeopleTools, type Scope } from './people-tools';
import { RemovePerson } from './remove-person';
import { RunLine, RunNotes } from './run-line';
import { hitId, usePeopleSearch } from './use-people-search';
import { usePersonActions } from './use-person-actions';
import '../rooms/live.css';
import '../rooms/drawer.css';
import './people.css';

/** Finds a person in all rooms of the server, and acts on the hit. */
export default function People() {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const people = usePeopleSearch(profile.id);
  const { run, isRunning, cancel } = people;
  const actions = usePersonActions(people);
  const { table, change } = useTablePreferences('people', { column: 'person', descending: false });
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>('anywhere');
  const [at, setAt] = useState<string | null>(null);
  const [removing, setRemoving] = useState<PersonFound | null>(null);
  const rowHeight = useDensity() === 'roomy' ? 44 : 36;
  const [open, setOpen] = useState<PersonFound | null>(null);
  const on = useMemo(() => ({ onRemove: setRemoving, onDetails: setOpen }), []);
  const columns = usePeopleColumns(run?.text ?? '', actions.row, on);
  const hits = useMemo(() => [...(run?.hits.values() ?? [])], [run?.hits]);
  const shown = useMemo(() => hits.filter(isIn(scope)), [hits, scope]);
  const stop = () => {
    if (isRunning) return cancel();
    return open ? setOpen(null) : false;
  };
  useHotkeys({ Esc: stop });

  function onKey(key: KeyName, hit: PersonFound): boolean {
    if (actions.row.readOnly || (key !== 'M' && key !== '⌫')) return false;
    if (key === '⌫') setRemoving(hit);
    else actions.toggleMicrophone(hit);
    return true;
  }
  /** The open panel goes along. */
  function moveTo(id: string | null) {
    setAt(id);
    const hit = id === null ? undefined : run?.hits.get(id);
    if (open && hit) setOpen(hit);
  }
  function search() {
    if (text.trim() === '') return;
    setScope('anywhere');
    setAt(null);
    setOpen(null);
    void people.search(text.trim());
  }
  return (
    <Screen title={t('sections.people')}>
      <BarActions>
        <ReadOnlyMark />
      </BarActions>
      <div className="live" data-open={open ? '' : undefined}>
        <section className="live-list" aria-label={t('sections.people')}>
          <PeopleTools text={text} onText={setText} onSearch={search} hits={hits} scope={scope} onScope={setScope} />
          {run && !run.error && <RunLine run={run} isRunning={isRunning} onCancel={cancel} />}
          {!run && (
            <EmptyState icon={IconUserSearch} title={t('people.start.title')}>
              {t('people.start.what', { server: profile.name })} {t('people.start.syntax')} <code>4711</code> <code>caseId=4711</code>
            </EmptyState>
          )}
          {run?.error && <Problem error={run.error} />}
          {run?.report && !run.report.cancelled && hits.length === 0 && run.found === 0 && (
            <EmptyState icon={IconUserOff} title={t('people.none.title', { text: safeString(run.text, 60) })}>
              {t('people.none.what')}
            </EmptyState>
          )}
          {run && hits.length > 0 && (
            <DataTable
              label={t('people.found')}
              rows={shown}
              idOf={hitId}
              columns={columns}
              sort={table}
              onSort={(sort) => change({ ...table, ...sort })}
              filter={`${run.searchId} ${scope}`}
              rowHeight={rowHeight}
              at={at}
              onAt={moveTo}
              onOpen={setOpen}
              onKey={onKey}
              isProblem={({ ghost }) => ghost}
              rowMark={({ ghost }) => (ghost ? 'ghost' : undefined)}
            />
          )}
          <RunNotes report={run?.report ?? null} />
          {hits.length > 0 && (
            <footer className="status">
              <span>{t('people.shown', { count: shown.length })}</span>
              <span className="hints">
                <Keys of="J K" /> {t('table.move')} <Keys of="M" /> {t('people.keys.mute')} <Keys of="⌫" /> {t('people.keys.remove')}{' '}
                <Keys of="↵" /> {t('people.keys.open')}
              </span>
            </footer>
          )}
        </section>
        {open && (
          <HitPanel
            key={hitId(open)}
            hit={open}
            onChange={(person) => people.amend(hitId(open), (hit) => person && { ...hit, participant: person })}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
      {removing && <RemovePerson key={hitId(removing)} hit={removing} actions={actions} onClose={() => setRemoving(null)} />}
    </Screen>
  );
}
