import IconDoor from '@tabler/icons-react/icons/IconDoor';
import IconKey from '@tabler/icons-react/icons/IconKey';
import IconPlugConnected from '@tabler/icons-react/icons/IconPlugConnected';
import IconSettings from '@tabler/icons-react/icons/IconSettings';
import { type ComponentType, lazy } from 'react';
import { Tokens } from '../tokens/tokens';

const Rooms = lazy(() => import('../rooms/rooms'));
const Services = lazy(() => import('../services/services'));
const Settings = lazy(() => import('../settings/settings'));

export type Section = { id: 'tokens' | 'rooms' | 'services' | 'settings'; icon: typeof IconKey; low?: boolean; screen: ComponentType };

/** What the sidebar shows, in its order. A section that is not built is not here. */
export const sections: readonly [Section, ...Section[]] = [
  { id: 'tokens', icon: IconKey, screen: Tokens },
  { id: 'rooms', icon: IconDoor, screen: Rooms },
  { id: 'services', icon: IconPlugConnected, screen: Services },
  { id: 'settings', icon: IconSettings, low: true, screen: Settings },
];
