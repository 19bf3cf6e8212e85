import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { joinHandoff } from '../ui/join-handoff';
import { useOpenProfile } from '../ui/profile';
import { refusedJoin } from './refused-join';
import { type JoinOrder, join } from './session';
import { enterRoom, leaveRoom, stay } from './stay';

/** The room one is in, if in one, and the ways in and out. */
export function useJoin() {
  const profile = useOpenProfile();
  const now = stay.use();
  const handed = joinHandoff.use();
  // Sent here for another room: that one instead. For the one where one is: there one is.
  useEffect(() => {
    if (!handed || !now) return;
    const { name, connection } = now.session.shown.get();
    if ('room' in handed && handed.room === name && connection !== 'left') joinHandoff.set(null);
    else leaveRoom();
  }, [handed, now]);
  const begin = useMutation({
    mutationFn: (ask: () => Promise<JoinOrder>) =>
      enterRoom(ask, (order) =>
        join(order).catch(async (error: unknown) => {
          throw await refusedJoin(error, order, profile);
        }),
      ),
    gcTime: 0,
  });
  /** After a stay that was ended: the same once more. */
  const again = () => {
    leaveRoom();
    if (now) begin.mutate(now.ask);
  };
  return { session: now?.session ?? null, begin, again, leave: leaveRoom };
}
