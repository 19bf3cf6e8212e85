import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOpenProfile } from '../ui/profile';
import { refusedJoin } from './refused-join';
import { type JoinOrder, join, type Session } from './session';

/** The session of this section, if there is one. It ends with the section: with another one open, another server, or the page gone. */
export function useJoin() {
  const profile = useOpenProfile();
  const [session, setSession] = useState<Session | null>(null);
  const latest = useRef<Session | null>(null);
  const isShown = useRef(false);
  const leave = useCallback(() => {
    const was = latest.current;
    latest.current = null;
    setSession(null);
    void was?.leave();
  }, []);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      leave();
    };
  }, [leave]);
  const begin = useMutation({
    mutationFn: async (ask: () => Promise<JoinOrder>) => {
      const order = await ask();
      const joined = await join(order).catch(async (error: unknown) => {
        throw await refusedJoin(error, order, profile);
      });
      if (!isShown.current) return joined.leave();
      latest.current = joined;
      setSession(joined);
      // What is blocked or not allowed is told by the controls; the stay goes on without it.
      await Promise.allSettled([joined.setMicrophone(true), joined.setCamera(true)]);
      joined.mark('published');
    },
    gcTime: 0,
  });
  /** After a stay that was ended: the same once more. */
  const again = () => {
    leave();
    if (begin.variables) begin.mutate(begin.variables);
  };
  return { session, begin, again, leave };
}
