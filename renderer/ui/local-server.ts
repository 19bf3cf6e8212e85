import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api';

/** How the livekit-server of this computer stands; `useEvents` keeps it up to date. */
export const useLocalServer = () =>
  useQuery({
    queryKey: ['localServer.status'],
    queryFn: () => unwrap(api['localServer.status']({})),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
