import IconVideoOff from '@tabler/icons-react/icons/IconVideoOff';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Egress, isRunning } from '../../main/contract/egress';
import { api, unwrap } from '../api';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { Freshness } from '../ui/freshness';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useTablePreferences } from '../ui/table-preferences';
import { useEgressColumns } from './egress-columns';
import { EgressShelf } from './egress-shelf';
import { MediaTools } from './media-tools';
import { Missing } from './missing';
import { StopEgress } from './stop-egress';
import { useMediaList } from './use-media-list';

const idOf = ({ id }: Egress) => id;
const filters = {
  all: () => true,
  running: isRunning,
  failed: ({ state }: Egress) => state === 'failed' || state === 'aborted',
};
type Filter = keyof typeof filters;
const none: Egress[] = [];

/** What records and streams now, and what did in the last 24 hours. */
export function Egresses() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['egress.list', profileId], () => unwrap(api['egress.list']({ profileId })));
  const { table, change } = useTablePreferences('egress', { column: 'start', descending: true });
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [stopping, setStopping] = useState<Egress | null>(null);
  const columns = useEgressColumns();
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const rows = list.data?.egresses ?? none;
  const shown = useMemo(() => rows.filter((one) => filters[filter](one) && holds(one, text)), [rows, filter, text]);
  const current = rows.find(({ id }) => id === at);
  if (!list.data) return <Missing part="egress" list={list} />;
  const stop = (egress: Egress) => {
    if (!isRunning(egress)) return false;
    setStopping(egress);
    return true;
  };
  return (
    <section className="pane" aria-label={t('media.views.egress')}>
      <MediaTools
        label={t('media.egress.filter')}
        text={text}
        onText={setText}
        filters={(['all', 'running', 'failed'] as const).map((id) => ({
          id,
          label: t(`media.egress.filters.${id}`),
          count: rows.filter(filters[id]).length,
        }))}
        filter={filter}
        onFilter={setFilter}
      >
        <Freshness takenAt={list.data.takenAt} failed={list.isError} />
      </MediaTools>
      {list.isError && <Problem error={list.error} />}
      {rows.length === 0 ? (
        <EmptyState icon={IconVideoOff} title={t('media.egress.empty')}>
          {t('media.egress.emptyWhy')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('media.egress.table')}
          rows={shown}
          idOf={idOf}
          columns={columns}
          sort={table}
          onSort={(sort) => change({ ...table, ...sort })}
          filter={`${filter} ${text}`}
          rowHeight={rowHeight}
          at={at}
          onAt={setAt}
          onKey={(key, egress) => key.toLowerCase() === 's' && stop(egress)}
        />
      )}
      {current && <EgressShelf egress={current} onStop={() => stop(current)} />}
      <footer className="status">
        <span>{t('media.egress.running', { count: rows.filter(isRunning).length })}</span>
        <span className="hints">
          <Keys of="J K" /> {t('table.move')} <Keys of="S" /> {t('media.egress.stop.key')}
        </span>
      </footer>
      {stopping && <StopEgress egress={stopping} onClose={() => setStopping(null)} />}
    </section>
  );
}

const holds = ({ id, room, of, outputs }: Egress, text: string) =>
  [id, room, of, ...outputs.map(({ where }) => where)].join(' ').toLowerCase().includes(text.trim().toLowerCase());
