import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api';

/** How the keychain stands: asked when a screen that needs it opens, and again on the user's wish. */
export const useKeychain = () => useQuery({ queryKey: ['keychain.check'], queryFn: () => unwrap(api['keychain.check']({})), retry: false });
