import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The place that is open, from `#/section/view`. Kept in the hash: it works under both hosts' addresses, and Back works. */
export function useRoute(): { section: string; view: string | undefined } {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const [, section = '', view] = hash.split('/');
  return { section, view };
}

export const go = (section: string, view?: string) => {
  window.location.hash = view ? `/${section}/${view}` : `/${section}`;
};
