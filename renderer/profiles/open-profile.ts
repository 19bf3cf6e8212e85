import { api } from '../api';
import { go } from '../ui/route';

/** Makes a profile the open one and shows its tokens, or its settings. */
export function openProfile(openProfileId: string, section: 'tokens' | 'settings' = 'tokens'): void {
  if (section === 'tokens') go('tokens');
  else go('settings', 'servers', openProfileId);
  void api['preferences.change']({ openProfileId });
}
