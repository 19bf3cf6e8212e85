import { Button } from '@mantine/core';
import IconBroadcast from '@tabler/icons-react/icons/IconBroadcast';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ingress } from '../../main/contract/ingress';
import { api, unwrap } from '../api';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { Freshness } from '../ui/freshness';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { BarActions } from '../ui/screen';
import { usePanel } from '../ui/side-panel';
import { useTablePreferences } from '../ui/table-preferences';
import { DeleteIngress } from './delete-ingress';
import { useIngressColumns } from './ingress-columns';
import { IngressPanel, NewIngressPanel } from './ingress-panel';
import { MediaTools } from './media-tools';
import { Missing } from './missing';
import { useMediaList } from './use-media-list';

const idOf = ({ id }: Ingress) => id;
const filters = {
  all: () => true,
  live: ({ state }: Ingress) => state === 'publishing',
  failed: ({ state }: Ingress) => state === 'error',
};
type Filter = keyof typeof filters;
const none: Ingress[] = [];

/** Streams that come into rooms from encoders and addresses. */
export function Ingresses() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['ingress.list', profileId], () => unwrap(api['ingress.list']({ profileId })));
  const { table, change } = useTablePreferences('ingress', { column: 'name', descending: false });
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [deleting, setDeleting] = useState<Ingress | null>(null);
  const panel = usePanel();
  const readOnly = useReadOnly();
  const columns = useIngressColumns();
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const rows = list.data?.ingresses ?? none;
  const shown = useMemo(() => rows.filter((one) => filters[filter](one) && holds(one, text)), [rows, filter, text]);
  if (!list.data) return <Missing part="ingress" list={list} />;
  const current = rows.find(({ id }) => id === at);
  const begin = () => {
    setMaking(true);
    if (!panel.isOpen) panel.toggle();
  };
  const made = (id: string) => {
    setMaking(false);
    setAt(id);
  };
  return (
    <div className="split">
      <BarActions>
        <ReadOnlyMark />
        <Button disabled={readOnly} ref={panel.opener} leftSection={<IconPlus size={14} aria-hidden />} onClick={begin}>
          {t('media.ingress.create')}
        </Button>
      </BarActions>
      <section className="pane" aria-label={t('media.views.ingress')}>
        <MediaTools
          label={t('media.ingress.filter')}
          text={text}
          onText={setText}
          filters={(['all', 'live', 'failed'] as const).map((id) => ({
            id,
            label: t(`media.ingress.filters.${id}`),
            count: rows.filter(filters[id]).length,
          }))}
          filter={filter}
          onFilter={setFilter}
        >
          <Freshness takenAt={list.data.takenAt} failed={list.isError} />
        </MediaTools>
        {list.isError && <Problem error={list.error} />}
        {rows.length === 0 ? (
          <EmptyState icon={IconBroadcast} title={t('media.ingress.empty')}>
            {t('media.ingress.emptyWhy')}
          </EmptyState>
        ) : (
          <DataTable
            label={t('media.ingress.table')}
            rows={shown}
            idOf={idOf}
            columns={columns}
            sort={table}
            onSort={(sort) => change({ ...table, ...sort })}
            filter={`${filter} ${text}`}
            rowHeight={rowHeight}
            at={at}
            onAt={(id) => {
              setAt(id);
              setMaking(false);
            }}
            onKey={(key, ingress) => {
              if (key !== 'Backspace' || readOnly) return false;
              setDeleting(ingress);
              return true;
            }}
          />
        )}
        <footer className="status">
          <span>{t('media.ingress.count', { count: rows.length })}</span>
          <span className="hints">
            <Keys of="J K" /> {t('table.move')} <Keys of="⌫" /> {t('media.delete')}
          </span>
        </footer>
      </section>
      {current && !making ? (
        <IngressPanel key={current.id} ingress={current} panel={panel} onDelete={() => setDeleting(current)} />
      ) : (
        <NewIngressPanel panel={panel} onMade={made} />
      )}
      {deleting && <DeleteIngress key={deleting.id} ingress={deleting} onClose={() => setDeleting(null)} />}
    </div>
  );
}

const holds = ({ id, name, room, identity, url }: Ingress, text: string) =>
  [id, name, room, identity, url].join(' ').toLowerCase().includes(text.trim().toLowerCase());
