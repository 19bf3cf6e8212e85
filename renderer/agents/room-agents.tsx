import IconDoorOff from '@tabler/icons-react/icons/IconDoorOff';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../main/contract';
import type { AgentDispatch } from '../../main/contract/agents';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useReadOnly } from '../ui/read-only';
import { safeString } from '../ui/safe-text';
import { BarActions } from '../ui/screen';
import { PanelButton, usePanel } from '../ui/side-panel';
import { SkeletonRows } from '../ui/skeleton-rows';
import { useTablePreferences } from '../ui/table-preferences';
import { DeleteDispatch } from './delete-dispatch';
import { useDispatchColumns } from './dispatch-columns';
import { DispatchPanel } from './dispatch-panel';
import { PresentAgents } from './present-agents';

const idOf = ({ id }: AgentDispatch) => id;

/** The dispatches of one room, the agents in it, and beside them all of the current dispatch. */
export function RoomAgents({ room, list }: { room: string; list: UseQueryResult<Output<'agents.list'>> }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const panel = usePanel();
  const { table, change } = useTablePreferences('agents', { column: 'made', descending: true });
  const [at, setAt] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<AgentDispatch | null>(null);
  const columns = useDispatchColumns();
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  if (!list.data) return list.isError ? <Problem error={list.error} /> : <SkeletonRows label={t('agents.loading')} />;
  const { exists, dispatches, agents } = list.data;
  const problem = list.isError && <Problem error={list.error} />;
  if (!exists) {
    return (
      <>
        {problem}
        <EmptyState icon={IconDoorOff} title={t('agents.absent', { room: safeString(room, 60) })}>
          {t('agents.absentWhy')}
        </EmptyState>
      </>
    );
  }
  const current = dispatches.find(({ id }) => id === at);
  const remove = (dispatch: AgentDispatch) => {
    if (readOnly) return false;
    setDeleting(dispatch);
    return true;
  };
  return (
    <div className={current ? 'split' : 'agents-alone'}>
      {current && (
        <BarActions>
          <PanelButton panel={panel}>{t('agents.panelButton')}</PanelButton>
        </BarActions>
      )}
      <section className="pane" aria-label={t('agents.dispatches')}>
        {problem}
        <DataTable
          label={t('agents.dispatches')}
          rows={dispatches}
          idOf={idOf}
          columns={columns}
          sort={table}
          onSort={(sort) => change({ ...table, ...sort })}
          filter={room}
          rowHeight={rowHeight}
          at={at}
          onAt={setAt}
          onKey={(key, dispatch) => key === '⌫' && remove(dispatch)}
        />
        <PresentAgents agents={agents} />
        <footer className="status">
          <span>{t('agents.shown', { count: dispatches.length })}</span>
          <span className="hints">
            <Keys of="J K" /> {t('table.move')} <Keys of="⌫" /> {t('agents.delete.key')}
          </span>
        </footer>
      </section>
      {current && <DispatchPanel dispatch={current} panel={panel} readOnly={readOnly} onDelete={() => remove(current)} />}
      {deleting && <DeleteDispatch key={deleting.id} room={room} dispatch={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}
