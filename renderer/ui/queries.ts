import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Preferences } from '../../main/contract/preferences';
import { api, unwrap } from '../api';
import { noteStored } from './keychain-changes';
import { keepTold } from './told';

/** What main tells by events as well as by calls: each query is asked once and kept up to date by its event. */
export const useProfiles = () =>
  useQuery({ queryKey: ['profiles.list'], queryFn: () => unwrap(api['profiles.list']({})), staleTime: Number.POSITIVE_INFINITY });
export const usePreferences = () =>
  useQuery({ queryKey: ['preferences.get'], queryFn: () => unwrap(api['preferences.get']({})), staleTime: Number.POSITIVE_INFINITY });
export const useAbout = () =>
  useQuery({ queryKey: ['console.about'], queryFn: () => unwrap(api['console.about']({})), staleTime: Number.POSITIVE_INFINITY });

/** Changes what is named; the event that main sends back shows it everywhere. */
export function useChangePreferences(): (change: Partial<Preferences>) => void {
  const { mutate } = useMutation({ mutationFn: (change: Partial<Preferences>) => unwrap(api['preferences.change'](change)) });
  return mutate;
}

/** Puts what main tells into the query cache. Used once, by the app. */
export function useEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const ends = [
      // What main told meanwhile was missed.
      api.on['console.connection'](({ state }) => void (state === 'back' && client.invalidateQueries())),
      api.on['profiles.changed']((profiles) => {
        keepTold(client, ['profiles.list'], profiles);
        noteStored(client, profiles);
      }),
      api.on['preferences.changed']((preferences) => keepTold(client, ['preferences.get'], preferences)),
      api.on['presets.changed']((presets) => keepTold(client, ['presets.list'], presets)),
      api.on['endpoint.changed']((status) => keepTold(client, ['endpoint.status'], status)),
      api.on['endpoint.answered']((answers) => keepTold(client, ['endpoint.answers'], answers)),
      api.on['localServer.changed']((status) => {
        keepTold(client, ['localServer.status'], status);
        // Its profile is there before it answers: what was found until now no longer holds.
        if (['running', 'stopped', 'failed'].includes(status.state)) void client.invalidateQueries({ queryKey: ['profiles.probe'] });
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [client]);
}
