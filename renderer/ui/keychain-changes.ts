import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { KeychainStatus, Profile } from '../../main/contract/profiles';
import { CallError } from '../api';

export const keychainKey = ['keychain.check'];
const stateOf = (client: QueryClient) => client.getQueryData<KeychainStatus>(keychainKey)?.state;

/** Checks again once a call was refused by a keychain that was ready: not for each refusal, since a check may open its dialog. */
export function createClient(): QueryClient {
  const onError = (error: Error) => {
    if (!(error instanceof CallError) || !error.code.startsWith('keychain-') || stateOf(client) !== 'ready') return;
    void client.invalidateQueries({ queryKey: keychainKey });
  };
  const client: QueryClient = new QueryClient({ queryCache: new QueryCache({ onError }), mutationCache: new MutationCache({ onError }) });
  return client;
}

/** Checks again once a secret has been put into a keychain that was not ready when it was asked last. */
export function noteStored(client: QueryClient, profiles: readonly Pick<Profile, 'secretStoredAt'>[]): void {
  const checkedAt = client.getQueryState(keychainKey)?.dataUpdatedAt ?? 0;
  const isStored = profiles.some(({ secretStoredAt }) => secretStoredAt !== null && Date.parse(secretStoredAt) > checkedAt);
  if (stateOf(client) && stateOf(client) !== 'ready' && isStored) void client.invalidateQueries({ queryKey: keychainKey });
}
