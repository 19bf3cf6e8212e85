import { Button } from '@mantine/core';
import IconPhone from '@tabler/icons-react/icons/IconPhone';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SipItem } from '../../main/contract/sip';
import { api, unwrap } from '../api';
import { EmptyState } from '../ui/empty-state';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { useReadOnly } from '../ui/read-only';
import { usePanel } from '../ui/side-panel';
import { DeleteSip } from './delete-sip';
import { MediaPane, MediaTable } from './media-pane';
import { Missing } from './missing';
import { SipActions } from './sip-actions';
import { useRuleColumns, useTrunkColumns } from './sip-columns';
import { SipPanel, type SipTask } from './sip-panel';
import { useMediaList } from './use-media-list';

const filters = {
  all: ({ kind }: SipItem) => kind !== 'rule',
  inbound: ({ kind }: SipItem) => kind === 'inbound',
  outbound: ({ kind }: SipItem) => kind === 'outbound',
};
const sort = { column: 'name', descending: false };

/** Telephone: trunks, the rules by which a call finds its room, calls out of a room. */
export function Sip() {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const list = useMediaList(['sip.list', profileId], () => unwrap(api['sip.list']({ profileId })));
  const [task, setTask] = useState<SipTask>({ what: 'inbound', id: null });
  const [deleting, setDeleting] = useState<SipItem | null>(null);
  const [epoch, setEpoch] = useState(0);
  const panel = usePanel();
  const readOnly = useReadOnly();
  const columns = { trunks: useTrunkColumns(), rules: useRuleColumns(list.data?.items) };
  if (!list.data) return <Missing part="sip" list={list} />;
  const { items, takenAt } = list.data;
  const current = items.find(({ id }) => id === task.id) ?? null;
  const begin = (what: SipTask['what']) => {
    setTask({ what, id: null });
    if (!panel.isOpen) panel.toggle();
  };
  const table = (name: 'trunks' | 'rules', rows: SipItem[], filter: string) => (
    <MediaTable
      label={t(`media.sip.${name}`)}
      name={`sip.${name}`}
      sort={sort}
      rows={rows}
      columns={columns[name]}
      filter={filter}
      at={task.id}
      onAt={(item) => item && setTask({ what: item.kind, id: item.id })}
      onKey={(key, item) => {
        if (key !== '⌫' || readOnly) return false;
        setDeleting(item);
        return true;
      }}
    />
  );
  const trunks = items.filter(filters.all).length;
  return (
    <div className="split">
      <SipActions opener={panel.opener} onBegin={begin} />
      <MediaPane
        label={t('media.views.sip')}
        filterLabel={t('media.sip.filter')}
        rows={items}
        filters={(['all', 'inbound', 'outbound'] as const).map((id) => ({ id, label: t(`media.sip.filters.${id}`), holds: filters[id] }))}
        textOf={({ id, values }) => [id, ...Object.values(values)]}
        takenAt={takenAt}
        error={list.error}
        count={`${t('media.sip.trunkCount', { count: trunks })} · ${t('media.sip.ruleCount', { count: items.length - trunks })}`}
        keys={
          <>
            <Keys of="⌫" /> {t('media.delete')}
          </>
        }
      >
        {({ shown, holds, filter }) => (
          <>
            {trunks > 0 ? (
              table('trunks', shown, filter)
            ) : (
              <EmptyState icon={IconPhone} title={t('media.sip.empty')}>
                {t('media.sip.emptyWhy')}
              </EmptyState>
            )}
            <div className="media-heading">
              <h2>{t('media.sip.rules')}</h2>
              <span>{t('media.sip.rulesHint')}</span>
              <Button disabled={readOnly} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => begin('rule')}>
                {t('media.sip.addRule')}
              </Button>
            </div>
            {items.length > trunks &&
              table(
                'rules',
                items.filter((item) => item.kind === 'rule' && holds(item)),
                filter,
              )}
          </>
        )}
      </MediaPane>
      <SipPanel
        key={`${task.what} ${task.id ?? ''} ${epoch}`}
        what={task.what}
        item={current}
        items={items}
        panel={panel}
        onSaved={(id) => setTask({ what: task.what, id })}
        onDelete={() => setDeleting(current)}
        onAnew={() => void list.refetch().then(() => setEpoch((before) => before + 1))}
      />
      {deleting && (
        <DeleteSip
          key={deleting.id}
          item={deleting}
          onClose={() => setDeleting(null)}
          onDone={() => setTask({ what: deleting.kind, id: null })}
        />
      )}
    </div>
  );
}
