import { useMutation } from '@tanstack/react-query';
import type { Keep } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { headForTokens, makeOpen } from './open-profile';

/** Starts livekit-server and opens the profile that main has made for it. */
export const useStartLocalServer = () =>
  useMutation({
    mutationFn: (options: { port?: number; keep?: Keep }) => unwrap(api['localServer.start'](options)),
    onMutate: headForTokens,
    onSuccess: ({ running }) => running && makeOpen(running.profileId),
  });
