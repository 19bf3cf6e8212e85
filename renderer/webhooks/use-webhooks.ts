import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { deliveryViews } from '../../main/contract/webhooks';
import { api, unwrap } from '../api';
import { keepTold } from '../ui/told';

export type DeliveryView = (typeof deliveryViews)[number];

/** How the receiver stands, kept up to date by its event. */
export function useWebhookStatus() {
  const client = useQueryClient();
  useEffect(() => api.on['webhooks.changed']((status) => keepTold(client, ['webhooks.status'], status)), [client]);
  return useQuery({
    queryKey: ['webhooks.status'],
    queryFn: () => unwrap(api['webhooks.status']({})),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What has come, from the newest down, a page at a time; renewed as more comes. */
export function useDeliveries(view: DeliveryView, text: string) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['webhooks.list', view, text],
    queryFn: ({ pageParam }) => unwrap(api['webhooks.list']({ view, text, before: pageParam, limit: 200 })),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    retry: false,
  });
  useEffect(() => {
    const renew = () => {
      void client.invalidateQueries({ queryKey: ['webhooks.list'] });
      void client.invalidateQueries({ queryKey: ['webhooks.show'] });
      void client.invalidateQueries({ queryKey: ['webhooks.status'] });
    };
    return api.on['webhooks.received'](renew);
  }, [client]);
  const deliveries = useMemo(() => query.data?.pages.flatMap((page) => page.deliveries) ?? [], [query.data]);
  return { query, deliveries, first: query.data?.pages[0] };
}
