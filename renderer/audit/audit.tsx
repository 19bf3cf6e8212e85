import { Button, Menu } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import IconHistory from '@tabler/icons-react/icons/IconHistory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../main/contract/audit';
import { api, unwrap } from '../api';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';
import { BarActions, Screen } from '../ui/screen';
import { usePanel } from '../ui/side-panel';
import { FilterChips, FilterField } from '../ui/table-tools';
import { useAuditColumns } from './audit-columns';
import { ChainMark, ChainVerdict } from './chain';
import { EntryPanel } from './entry-panel';
import { type AuditView, auditViews, filterOf, useAudit } from './use-audit';
import './audit.css';

const idOf = ({ no }: AuditEntry) => String(no);

/** Who did what, and what came of it, failures too; and whether anybody has changed the log since. */
export default function Audit() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 250);
  const [view, setView] = useState<AuditView>('all');
  const { query, entries, first } = useAudit(view, text);
  const columns = useAuditColumns();
  const [at, setAt] = useState<string | null>(null);
  const panel = usePanel();
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const verify = useMutation({
    mutationFn: () => unwrap(api['audit.verify']({})),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit.list'] }),
  });
  const save = useMutation({
    mutationFn: (format: 'csv' | 'json') => unwrap(api['audit.export']({ ...filterOf(view, text), format })),
    onSuccess: (file) => saveFile(file),
  });
  const open = entries.find((entry) => idOf(entry) === at) ?? entries[0];
  const counts = first?.counts;
  const count = { all: first?.total, failed: counts?.failed, removals: counts?.removals, tokens: counts?.tokens, console: counts?.console };
  return (
    <Screen title={t('sections.audit')}>
      <BarActions>
        {first && <ChainMark chain={first.chain} />}
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('audit.verify')}
        </Button>
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <Button leftSection={<IconDownload size={14} aria-hidden />}>{t('audit.export')}</Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('audit.export')}>
            <Menu.Item onClick={() => save.mutate('csv')}>CSV</Menu.Item>
            <Menu.Item onClick={() => save.mutate('json')}>JSON</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </BarActions>
      <div className="split">
        <section className="pane" aria-label={t('audit.log')}>
          {first && <ChainVerdict chain={first.chain} />}
          <div className="tools">
            <FilterField label={t('audit.filter')} placeholder={t('audit.filterHint')} text={typed} onText={setTyped} />
            <FilterChips
              all={auditViews.map((id) => ({ id, label: t(`audit.views.${id}`), count: id === 'all' ? undefined : count[id] }))}
              picked={view}
              onPick={setView}
            />
          </div>
          <Problem error={query.error ?? save.error ?? verify.error} />
          {entries.length === 0 && query.isSuccess && (
            <EmptyState icon={IconHistory} title={text || view !== 'all' ? t('audit.noMatch') : t('audit.empty')}>
              {t('audit.emptyWhy')}
            </EmptyState>
          )}
          {entries.length > 0 && (
            <DataTable
              label={t('audit.log')}
              rows={entries}
              idOf={idOf}
              columns={columns}
              sort={{ column: 'no', descending: true }}
              onSort={() => undefined}
              filter={`${view} ${text}`}
              rowHeight={rowHeight}
              at={at}
              onAt={setAt}
              onVisible={(ids) => ids.includes(String(entries.at(-1)?.no)) && query.hasNextPage && void query.fetchNextPage()}
              isProblem={({ outcome }) => outcome !== 'done'}
              rowMark={({ no }) => (first?.chain.breaks.some((broken) => broken.no === no) ? 'red' : undefined)}
            />
          )}
          <footer className="status">
            <span>{t('audit.shown', { shown: entries.length, count: first?.total ?? 0 })}</span>
            <span>{t('audit.failuresToo')}</span>
          </footer>
        </section>
        {open && <EntryPanel entry={open} panel={panel} />}
      </div>
    </Screen>
  );
}
