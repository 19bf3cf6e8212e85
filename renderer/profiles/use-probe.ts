import { useQuery } from '@tanstack/react-query';
import type { Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';

/** The check of a saved server, repeated when its address, key or secret has changed. */
export const useProbe = ({ id, serverUrl, apiKey, secret, secretStoredAt }: Profile, enabled = true) =>
  useQuery({
    queryKey: ['profiles.probe', id, serverUrl, apiKey, secret, secretStoredAt],
    queryFn: () => unwrap(api['profiles.probe']({ id })),
    enabled,
    retry: false,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
