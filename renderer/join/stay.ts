import { sawVersion } from '../ui/saw-version';
import { createStore } from '../ui/store';
import type { JoinOrder, Session } from './session';

/** `ask`: how it was come by, for the same once more. */
export type Stay = { session: Session; ask: () => Promise<JoinOrder> };

/** The room one is in: one at a time, and whichever section is open. It ends by `leaveRoom`, with the open server, and with the page. */
export const stay = createStore<Stay | null>(null);
/** Whether the room itself is on the screen. */
export const stageShown = createStore(false);
let left = 0;

export function leaveRoom(): void {
  left += 1;
  const was = stay.get();
  stay.set(null);
  void was?.session.leave();
}

/** Goes in, unless one has left while it was asked for. */
export async function enterRoom(ask: Stay['ask'], join: (order: JoinOrder) => Promise<Session>): Promise<void> {
  const before = left;
  const session = await join(await ask());
  if (left !== before) return session.leave();
  stay.set({ session, ask });
  sawVersion(session.url, session.room);
  // What is blocked or not allowed is told by the controls; the stay goes on without it.
  await Promise.allSettled([session.setMicrophone(true), session.setCamera(true)]);
  session.mark('published');
}
