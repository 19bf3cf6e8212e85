import { go } from './route';
import { createStore } from './store';

/** What another section gives the lobby to begin with. A token is forgotten here as soon as the lobby has it. */
export type JoinHandoff = { room: string } | { token: string };
export const joinHandoff = createStore<JoinHandoff | null>(null);

/** A token whose holder's rights are to be tried; forgotten as soon as the view has it. */
export const tokenToTest = createStore('');

export function testToken(token: string): void {
  tokenToTest.set(token);
  go('join', 'rights');
}

export function joinWith(given: JoinHandoff): void {
  joinHandoff.set(given);
  go('join', 'room');
}
