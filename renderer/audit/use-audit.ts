import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, unwrap } from '../api';

export const auditViews = ['all', 'failed', 'removals', 'tokens'] as const;
export type AuditView = (typeof auditViews)[number];
const removing = ['participants.remove'];

/** What a view and a text ask of the log. */
export const filterOf = (view: AuditView, text: string) => ({
  text,
  outcomes: view === 'failed' ? (['failed', 'partly'] as const).slice() : [],
  actions: view === 'removals' ? removing : view === 'tokens' ? ['tokens.issue'] : [],
});

/** The log from the newest down, a page at a time; a new entry renews it. */
export function useAudit(view: AuditView, text: string) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['audit.list', view, text],
    queryFn: ({ pageParam }) => unwrap(api['audit.list']({ ...filterOf(view, text), before: pageParam, limit: 200 })),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    retry: false,
  });
  useEffect(() => {
    const renew = () => void client.invalidateQueries({ queryKey: ['audit.list'] });
    const ends = [api.on['audit.added'](renew), api.on['audit.chainChanged'](renew)];
    return () => {
      for (const end of ends) end();
    };
  }, [client]);
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries) ?? [], [query.data]);
  return { query, entries, first: query.data?.pages[0] };
}
