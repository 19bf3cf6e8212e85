import { useQuery } from '@tanstack/react-query';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { api, unwrap } from '../api';

/** How the livekit-server of this computer stands; `useEvents` keeps it up to date. */
export const useLocalServer = () =>
  useQuery({
    queryKey: ['localServer.status'],
    queryFn: () => unwrap(api['localServer.status']({})),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whether there is no livekit-server to start yet: it is to be installed, is being installed, or could not be. */
export const isToInstall = ({ state, found }: LocalServerStatus): boolean =>
  state === 'installing' || (!found && (state === 'missing' || state === 'failed'));
