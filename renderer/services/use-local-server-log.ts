import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LocalServerLine } from '../../main/contract/local-server';
import { api, unwrap } from '../api';

const key = ['localServer.log'];
/** As many as main keeps: a page that stays open for days must not grow with the log. */
const keptLines = 1_000;

/** What the server has said, and each further line as it comes. Asked anew at each mount: lines said meanwhile are not lost. */
export function useLocalServerLog(): LocalServerLine[] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api['localServer.log']({})),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  useEffect(
    () =>
      api.on['localServer.logged']((line) =>
        client.setQueryData<LocalServerLine[]>(key, (lines) => lines && [...lines.slice(1 - keptLines), line]),
      ),
    [client],
  );
  return data ?? [];
}
