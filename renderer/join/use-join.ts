import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type JoinOrder, join, type Session } from './session';

/** The session of this section, if there is one. It ends with the section: with another one open, another server, or the page gone. */
export function useJoin() {
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
      const joined = await join(await ask());
      if (!isShown.current) return joined.leave();
      latest.current = joined;
      setSession(joined);
      // What is blocked or not allowed is told by the controls; the stay goes on without it.
      await Promise.allSettled([joined.setMicrophone(true), joined.setCamera(true)]);
      joined.mark('published');
    },
    gcTime: 0,
  });
  return { session, begin, leave };
}
