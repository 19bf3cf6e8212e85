import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EndpointSettings, EndpointStatus } from '../../main/contract/endpoint';
import { api, CallError, unwrap } from '../api';
import { usePreferences, useProfiles } from '../ui/queries';

/** How the token endpoint stands and what it has answered; `useEvents` keeps both up to date. */
export const useEndpoint = () =>
  useQuery({ queryKey: ['endpoint.status'], queryFn: () => unwrap(api['endpoint.status']({})), staleTime: Number.POSITIVE_INFINITY });
export const useEndpointAnswers = () =>
  useQuery({ queryKey: ['endpoint.answers'], queryFn: () => unwrap(api['endpoint.answers']({})), staleTime: Number.POSITIVE_INFINITY });

/** What is chosen for the next start; until something is, what held at the last one, for the server that is open. */
export function useEndpointDraft({ settings }: EndpointStatus) {
  const profiles = useProfiles().data ?? [];
  const open = usePreferences().data?.openProfileId ?? null;
  const [typed, setTyped] = useState<Partial<EndpointSettings>>({});
  const known = profiles.find(({ id }) => id === settings.profileId)?.id;
  return {
    draft: { ...settings, profileId: known ?? open, ...typed },
    change: (change: Partial<EndpointSettings>) => setTyped({ ...typed, ...change }),
    profiles,
  };
}
export type EndpointDraft = ReturnType<typeof useEndpointDraft>;

/** The code of the issue at this field, also at one of its parts (`rooms.2`). */
export const issueAt = (error: Error | null, field: string) => {
  const found = error instanceof CallError && error.issues.find(({ path }) => path === field || path.startsWith(`${field}.`));
  return found ? { message: found.code } : undefined;
};
