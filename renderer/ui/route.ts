import { useState, useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

export type Route = { section: string; view: string | undefined; item: string | undefined };

/** `#/settings/servers/new` → section `settings`, view `servers`, item `new`. */
export function parseRoute(hash: string): Route {
  const [, section = '', view, item] = hash.split('/');
  return { section, view: view || undefined, item: item || undefined };
}

/** The place that is open. Kept in the hash: it works under both hosts' addresses, and Back works. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));

/** The open view of a section. While another section is shown it stays what it was, so that nothing typed is lost. */
export function useView<View extends string>(section: string, views: readonly [View, ...View[]]): View {
  const route = useRoute();
  const [last, setLast] = useState<View>(views[0]);
  const wanted = route.section === section ? views.find((view) => view === route.view) : undefined;
  if (wanted && wanted !== last) setLast(wanted);
  return wanted ?? last;
}

export const go = (section: string, view?: string, item?: string) => {
  window.location.hash = ['', section, view, item].filter((part) => part !== undefined).join('/');
};
