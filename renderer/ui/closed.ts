import { createStore } from './store';

/** Whether main has ended. `ClosedNotice` finds it out and says it over everything; nothing else need say it as well. */
export const isClosed = createStore(false);
