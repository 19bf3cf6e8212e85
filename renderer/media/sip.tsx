import { Button, Menu } from '@mantine/core';
import IconPhone from '@tabler/icons-react/icons/IconPhone';
import IconPhoneOutgoing from '@tabler/icons-react/icons/IconPhoneOutgoing';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SipItem } from '../../main/contract/sip';
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
import { DeleteSip } from './delete-sip';
import { MediaTools } from './media-tools';
import { Missing } from './missing';
import { useRuleColumns, useTrunkColumns } from './sip-columns';
import { SipPanel, type SipTask } from './sip-panel';
import { useMediaList } from './use-media-list';

const idOf = ({ id }: SipItem) => id;
const filters = ['all', 'inbound', 'outbound'] as const;
const isOf = (filter: (typeof filters)[number]) => (item: SipItem) => item.kind !== 'rule' && (filter === 'all' || item.kind === filter);
const none: SipItem[] = [];

/** Telephone: trunks, the rules by which a call finds its room, calls out of a room. */
export function Sip() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['sip.list', profileId], () => unwrap(api['sip.list']({ profileId })));
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  const [text, setText] = useState('');
  const [task, setTask] = useState<SipTask>({ what: 'inbound', item: null });
  const [deleting, setDeleting] = useState<SipItem | null>(null);
  const panel = usePanel();
  const readOnly = useReadOnly();
  const items = list.data?.items ?? none;
  if (!list.data) return <Missing part="sip" list={list} />;
  const begin = (what: SipTask['what']) => () => {
    setTask({ what, item: null });
    if (!panel.isOpen) panel.toggle();
  };
  const trunks = items.filter((item) => isOf(filter)(item) && holds(item, text));
  const rules = items.filter((item) => item.kind === 'rule' && holds(item, text));
  const askToDelete = (item: SipItem) => {
    if (!readOnly) setDeleting(item);
    return true;
  };
  const table = { task, onTask: setTask, onDelete: askToDelete, text };
  return (
    <div className="split">
      <BarActions>
        <ReadOnlyMark />
        <Menu withinPortal={false} position="bottom-end">
          <Menu.Target>
            <Button disabled={readOnly} leftSection={<IconPhoneOutgoing size={14} aria-hidden />}>
              {t('media.sip.calls')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('media.sip.calls')}>
            <Menu.Item onClick={begin('call')}>{t('media.sip.tasks.call')}</Menu.Item>
            <Menu.Item onClick={begin('transfer')}>{t('media.sip.tasks.transfer')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu withinPortal={false} position="bottom-end">
          <Menu.Target>
            <Button ref={panel.opener} disabled={readOnly} leftSection={<IconPlus size={14} aria-hidden />}>
              {t('media.sip.addTrunk')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('media.sip.addTrunk')}>
            <Menu.Item onClick={begin('inbound')}>{t('media.sip.tasks.inbound')}</Menu.Item>
            <Menu.Item onClick={begin('outbound')}>{t('media.sip.tasks.outbound')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </BarActions>
      <section className="pane" aria-label={t('media.views.sip')}>
        <MediaTools
          label={t('media.sip.filter')}
          text={text}
          onText={setText}
          filters={filters.map((id) => ({ id, label: t(`media.sip.filters.${id}`), count: items.filter(isOf(id)).length }))}
          filter={filter}
          onFilter={setFilter}
        >
          <Freshness takenAt={list.data.takenAt} failed={list.isError} />
        </MediaTools>
        {list.isError && <Problem error={list.error} />}
        {trunks.length > 0 ? (
          <SipTable {...table} name="trunks" rows={trunks} />
        ) : (
          <EmptyState icon={IconPhone} title={t('media.sip.empty')}>
            {t('media.sip.emptyWhy')}
          </EmptyState>
        )}
        <div className="media-heading">
          <h2>{t('media.sip.rules')}</h2>
          <span>{t('media.sip.rulesHint')}</span>
          <Button disabled={readOnly} leftSection={<IconPlus size={14} aria-hidden />} onClick={begin('rule')}>
            {t('media.sip.addRule')}
          </Button>
        </div>
        {rules.length > 0 && <SipTable {...table} name="rules" rows={rules} />}
        <footer className="status">
          <span>
            {t('media.sip.count', { trunks: items.filter(isOf('all')).length, rules: items.length - items.filter(isOf('all')).length })}
          </span>
          <span className="hints">
            <Keys of="J K" /> {t('table.move')} <Keys of="⌫" /> {t('media.delete')}
          </span>
        </footer>
      </section>
      <SipPanel
        key={`${task.what} ${task.item?.id ?? ''}`}
        task={task}
        panel={panel}
        onSaved={(id) => setTask({ what: task.what, item: items.find((item) => item.id === id) ?? null })}
        onDelete={() => setDeleting(task.item)}
      />
      {deleting && (
        <DeleteSip
          key={deleting.id}
          item={deleting}
          onClose={() => setDeleting(null)}
          onDone={() => setTask({ what: deleting.kind, item: null })}
        />
      )}
    </div>
  );
}

type Table = {
  name: 'trunks' | 'rules';
  rows: SipItem[];
  task: SipTask;
  text: string;
  onTask: (task: SipTask) => void;
  onDelete: (item: SipItem) => boolean;
};
function SipTable({ name, rows, task, text, onTask, onDelete }: Table) {
  const { t } = useTranslation();
  const { table, change } = useTablePreferences(`sip.${name}`, { column: 'name', descending: false });
  const columns = { trunks: useTrunkColumns(), rules: useRuleColumns() }[name];
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  return (
    <DataTable
      label={t(`media.sip.${name}`)}
      rows={rows}
      idOf={idOf}
      columns={columns}
      sort={table}
      onSort={(sort) => change({ ...table, ...sort })}
      filter={text}
      rowHeight={rowHeight}
      at={task.item?.id ?? null}
      onAt={(id) => {
        const item = rows.find((one) => one.id === id);
        if (item && item.id !== task.item?.id) onTask({ what: item.kind, item });
      }}
      onKey={(key, item) => key === 'Backspace' && onDelete(item)}
    />
  );
}

const holds = ({ id, values }: SipItem, text: string) =>
  [id, ...Object.values(values)].join(' ').toLowerCase().includes(text.trim().toLowerCase());
