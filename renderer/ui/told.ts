import type { QueryClient } from '@tanstack/react-query';

/**
 * Keeps what an event tells. An answer that is still on its way is older, since main sends an event at once and an answer a little
 * later: it is not waited for, as it would take the place of what was told.
 */
export function keepTold(client: QueryClient, queryKey: readonly string[], told: unknown): void {
  void client.cancelQueries({ queryKey, exact: true }, { silent: true });
  client.setQueryData(queryKey, told);
}
