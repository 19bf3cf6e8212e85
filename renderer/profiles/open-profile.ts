import { api } from '../api';
import { go } from '../ui/route';

export const makeOpen = (openProfileId: string) => void api['preferences.change']({ openProfileId });

/** Makes a profile the open one and shows its tokens, or its settings. */
export function openProfile(openProfileId: string, section: 'tokens' | 'settings' = 'tokens'): void {
  if (section === 'tokens') go('tokens');
  else go('settings', 'servers', openProfileId);
  makeOpen(openProfileId);
}

/**
 * Where the console is once the first server is there, which is shown as soon as it is. Said before that: whoever has gone elsewhere by the
 * time the answer comes is not called back.
 */
export const headForTokens = () => go('tokens');
