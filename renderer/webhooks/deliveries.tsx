import { Button, TextInput } from '@mantine/core';
import IconFilter from '@tabler/icons-react/icons/IconFilter';
import IconWebhook from '@tabler/icons-react/icons/IconWebhook';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Delivery, deliveryViews } from '../../main/contract/webhooks';
import { api, unwrap } from '../api';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { EmptyState } from '../ui/empty-state';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useDeliveryColumns } from './delivery-columns';
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
  const columns = useDeliveryColumns();
  const field = useRef<HTMLInputElement>(null);
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const clear = useMutation({ mutationFn: () => unwrap(api['webhooks.clear']({})) });
  useHotkeys({ '/': () => field.current?.focus() });
  const isFiltered = text !== '' || view !== 'all';
  return (
    <>
      <div className="tools">
        <TextInput
          ref={field}
          className="webhooks-filter"
          aria-label={t('webhooks.filter')}
          placeholder={t('webhooks.filterHint')}
          leftSection={<IconFilter size={14} aria-hidden />}
          rightSection={<Keys of="/" />}
          value={typed}
          onChange={({ target }) => onTyped(target.value)}
        />
        {deliveryViews.map((one) => (
          <button key={one} type="button" className="filter" aria-pressed={one === view} onClick={() => onView(one)}>
            {t(`webhooks.views.${one}`)}
            <span>{first?.counts[one]?.toLocaleString() ?? ''}</span>
          </button>
        ))}
        {(first?.counts.all ?? 0) > 0 && (
          <Button className="to-end" size="compact-xs" variant="subtle" loading={clear.isPending} onClick={() => clear.mutate()}>
            {t('webhooks.clear')}
          </Button>
        )}
      </div>
      <Problem error={clear.error} />
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
          onVisible={(ids) => ids.includes(String(deliveries.at(-1)?.no)) && query.hasNextPage && void query.fetchNextPage()}
        />
      )}
    </>
  );
}
