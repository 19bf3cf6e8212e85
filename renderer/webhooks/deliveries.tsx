import { Button } from '@mantine/core';
import IconWebhook from '@tabler/icons-react/icons/IconWebhook';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Delivery, deliveryViews } from '../../main/contract/webhooks';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { FilterChips, FilterField } from '../ui/table-tools';
import { hasFailed, useDeliveryColumns } from './delivery-columns';
import type { DeliveryView, useDeliveries } from './use-webhooks';

type Props = {
  list: ReturnType<typeof useDeliveries>;
  view: DeliveryView;
  onView: (view: DeliveryView) => void;
  typed: string;
  onTyped: (typed: string) => void;
  /** What is typed, as far as it is asked for. */
  text: string;
  at: string | null;
  onAt: (id: string | null) => void;
};
const idOf = ({ no }: Delivery) => String(no);
const newestFirst = { column: 'time', descending: true };

/** What has come, live, the newest first, through a filter. */
export function Deliveries({ list: { query, deliveries, first }, view, onView, typed, onTyped, text, at, onAt }: Props) {
  const { t } = useTranslation();
  const senders = new Set(deliveries.flatMap(({ profile }) => profile?.id ?? []));
  const columns = useDeliveryColumns(senders.size > 1);
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const [asks, setAsks] = useState(false);
  const clear = useMutation({
    mutationFn: () => unwrap(api['webhooks.clear']({})),
    onSuccess() {
      onAt(null);
      setAsks(false);
    },
  });
  const isFiltered = text !== '' || view !== 'all';
  return (
    <>
      <div className="tools">
        <FilterField
          className="webhooks-filter"
          label={t('webhooks.filter')}
          placeholder={t('webhooks.filterHint')}
          text={typed}
          onText={onTyped}
        />
        <FilterChips
          all={deliveryViews.map((id) => ({ id, label: t(`webhooks.views.${id}`), count: first?.counts[id] }))}
          picked={view}
          onPick={onView}
        />
        {(first?.counts.all ?? 0) > 0 && (
          <Button className="to-end" size="compact-xs" variant="subtle" onClick={() => setAsks(true)}>
            {t('webhooks.clear.open')}
          </Button>
        )}
      </div>
      {asks && (
        <ConfirmDialog
          question={t('webhooks.clear.question')}
          what={t('webhooks.clear.what', { count: first?.counts.all ?? 0 })}
          consequences={[t('webhooks.clear.again'), t('webhooks.clear.export')]}
          verb={t('webhooks.clear.verb')}
          pending={clear.isPending}
          error={clear.error}
          onConfirm={() => clear.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
      {deliveries.length === 0 && query.isSuccess && (
        <EmptyState icon={IconWebhook} title={t(isFiltered ? 'webhooks.noMatch' : 'webhooks.empty')}>
          {t(isFiltered ? 'webhooks.noMatchWhy' : 'webhooks.emptyWhy')}
        </EmptyState>
      )}
      {deliveries.length > 0 && (
        <DataTable
          label={t('webhooks.deliveries')}
          rows={deliveries}
          idOf={idOf}
          columns={columns}
          sort={newestFirst}
          onSort={() => undefined}
          filter={`${view} ${text}`}
          rowHeight={rowHeight}
          at={at}
          onAt={onAt}
          isProblem={hasFailed}
          onVisible={(ids) => ids.includes(String(deliveries.at(-1)?.no)) && query.hasNextPage && void query.fetchNextPage()}
        />
      )}
    </>
  );
}
