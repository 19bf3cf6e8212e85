import { go } from './route';
import { createStore } from './store';

/** What another section gives the lobby to begin with. A token is forgotten here as soon as the lobby has it. */
export type JoinHandoff = { room: string } | { token: string };
export const joinHandoff = createStore<JoinHandoff | null>(null);

export function joinWith(given: JoinHandoff): void {
  joinHandoff.set(given);
  go('join', 'room');
}
