import { createContext, use } from 'react';
import type { Profile } from '../../main/contract/profiles';

/** The open profile. Every section but Settings and Services works on it. */
export const OpenProfile = createContext<Profile | null>(null);

export function useOpenProfile(): Profile {
  const profile = use(OpenProfile);
  if (!profile) throw new Error('no profile is open');
  return profile;
}
