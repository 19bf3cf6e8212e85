import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { consoleActs } from '../../main/contract/audit';
import { api, unwrap } from '../api';

export const auditViews = ['all', 'failed', 'removals', 'tokens', 'console'] as const;
export type AuditView = (typeof auditViews)[number];
/** The actions of a view; none: all. */
const actionsOf: Record<AuditView, string[]> = {
  all: [],
  failed: [],
  removals: ['participants.remove'],
  tokens: ['tokens.issue'],
  console: [...consoleActs],
};

/** What a view and a text ask of the log. */
export const filterOf = (view: AuditView, text: string) => ({
  text,
  outcomes: view === 'failed' ? (['failed', 'partly'] as const).slice() : [],
  actions: actionsOf[view],
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
