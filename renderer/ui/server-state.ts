import { useQuery } from '@tanstack/react-query';
import type { Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { keychainKey } from './keychain-changes';

/** How the keychain stands: asked once, and again on the user's wish or where a call tells otherwise. Each check writes to it, and may open its dialog. */
export const useKeychain = () =>
  useQuery({
    queryKey: keychainKey,
    queryFn: () => unwrap(api['keychain.check']({})),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });

/** The check of a saved server. Another address, key or secret is another question. */
const probe = ({ id, serverUrl, apiKey, secret, secretStoredAt }: Profile) => ({
  queryKey: ['profiles.probe', id, serverUrl, apiKey, secret, secretStoredAt],
  queryFn: () => unwrap(api['profiles.probe']({ id })),
  retry: false,
  staleTime: 60_000,
  refetchOnWindowFocus: false,
});

/** Asks now, and again each minute while the window is seen. */
export const useWatchedProbe = (profile: Profile) => useQuery({ ...probe(profile), refetchInterval: 60_000 });
/** What the last check found, without asking. */
export const useLastProbe = (profile: Profile) => useQuery({ ...probe(profile), enabled: false });
