import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import type { Pasted } from './parse-pasted';
import { type Outcomes, runRights } from './rights-run';

/** One test of a token at a time. It asks before it throws out who is in the room under the same identity; it ends with its view. */
export function useRights(profile: Profile) {
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null);
  const [isAsking, setAsking] = useState(false);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const run = useMutation({
    mutationFn: async ({ given, confirmed }: { given: Pasted; confirmed: boolean }) => {
      const over = new AbortController();
      running.current = over;
      setAsking(false);
      setOutcomes(null);
      const { room, identity, token } = given;
      if (!confirmed && room !== '' && identity !== '') {
        const situation = await unwrap(api['tokens.situation']({ profileId: profile.id, room, identity }));
        if (situation.identityPresent) return setAsking(true);
      }
      if (over.signal.aborted) return;
      await runRights({ url: profile.serverUrl, token, room, identity, profile }, setOutcomes, over.signal);
    },
    gcTime: 0,
  });
  return { outcomes, isAsking, close: () => setAsking(false), forget: () => setOutcomes(null), run, stop };
}
