import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconHistory from '@tabler/icons-react/icons/IconHistory';
import IconKey from '@tabler/icons-react/icons/IconKey';
import IconPlugConnected from '@tabler/icons-react/icons/IconPlugConnected';
import IconScreenShare from '@tabler/icons-react/icons/IconScreenShare';
import IconSettings from '@tabler/icons-react/icons/IconSettings';
import IconUsers from '@tabler/icons-react/icons/IconUsers';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { type ComponentType, lazy } from 'react';
import type { en } from '../i18n/en';

export type Section = {
  id: keyof (typeof en)['sections'];
  icon: typeof IconKey;
  screen: ComponentType;
  /** At the foot of the sidebar. */
  low?: boolean;
  /** Not about the open server: it stays as it is when another is opened. */
  ofConsole?: boolean;
};

/** What the sidebar shows, in its order: one line each. A section that is not built is not here. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'tokens', icon: IconKey, screen: lazy(() => import('../tokens/tokens').then(({ Tokens }) => ({ default: Tokens }))) },
  { id: 'rooms', icon: IconDoor, screen: lazy(() => import('../rooms/rooms')) },
  { id: 'people', icon: IconUsers, screen: lazy(() => import('../people/people')) },
  { id: 'join', icon: IconScreenShare, screen: lazy(() => import('../join/join')) },
  { id: 'media', icon: IconVideo, screen: lazy(() => import('../media/media')) },
  { id: 'services', icon: IconPlugConnected, screen: lazy(() => import('../services/services')), ofConsole: true },
  { id: 'audit', icon: IconHistory, screen: lazy(() => import('../audit/audit')), low: true, ofConsole: true },
  { id: 'settings', icon: IconSettings, screen: lazy(() => import('../settings/settings')), low: true, ofConsole: true },
];
