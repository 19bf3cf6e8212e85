import type { ComponentType } from 'react';
import type { en } from '../i18n/en';
import { MessagesView } from './messages-view';
import { Scenarios } from './scenarios';
import type { Session } from './session';
import { Statistics } from './statistics';

/** One view of the area beside the stage. */
export type SideView = { id: keyof (typeof en)['join']['side']; view: ComponentType<{ session: Session }> };

/** In the order of their tabs; the first one is open after joining. */
export const sideViews: SideView[] = [
  { id: 'statistics', view: Statistics },
  { id: 'scenarios', view: Scenarios },
  { id: 'data', view: MessagesView },
];
