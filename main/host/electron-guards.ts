import { type App, type Session, shell, type WebContents } from 'electron';
import type { Application } from '../application';
import { calls, events } from '../contract';
import type { Profile } from '../contract/profiles';
import { log } from '../log';
import { externalUrl, isHome, isPermissionAllowed, isRequestAllowed } from './electron-policy';

/** The saved servers, as they are now. */
export async function followServers(application: Application): Promise<() => readonly Profile[]> {
  const listed = await application.call('profiles.list', {});
  let servers = listed.ok ? calls['profiles.list'].output.parse(listed.value) : [];
  application.subscribe((name, payload) => {
    if (name === 'profiles.changed') servers = events['profiles.changed'].parse(payload);
  });
  return () => servers;
}

/** No page goes elsewhere, opens a window or embeds one; an allowed link goes to the system's browser. */
export function guardContents(app: App, servers: () => readonly Profile[]): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { url: string; preventDefault(): void }) => {
      if (isHome(event.url)) return;
      log.warn('refused', 'navigation', event.url.slice(0, 200));
      event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openExternalSafe(url, servers());
      return { action: 'deny' };
    });
  });
}

/** Not at once: the page's call must have been answered before the system is asked. */
function openExternalSafe(raw: string, servers: readonly Profile[]): void {
  const url = externalUrl(raw, servers);
  if (!url) log.warn('refused', 'external link', raw.slice(0, 200));
  else setImmediate(() => void shell.openExternal(url).catch((error: unknown) => log.error('external link', error)));
}

/** Permissions by an allow-list, for requests and for checks; requests only to the page's own files and to saved servers. */
export function guardSession(session: Session, servers: () => readonly Profile[], devServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : [];
    const isAllowed = isPermissionAllowed(permission, {
      url: details.requestingUrl,
      isMainFrame: details.isMainFrame,
      mediaTypes: mediaTypes ?? [],
    });
    if (!isAllowed) log.warn('refused', 'permission', permission);
    answer(isAllowed);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { requestingUrl, isMainFrame, mediaType }) =>
    isPermissionAllowed(permission, { url: requestingUrl ?? origin, isMainFrame, mediaTypes: mediaType ? [mediaType] : [] }),
  );
  session.setDevicePermissionHandler(() => false);
  // Dictionaries would be fetched from Google's servers.
  session.setSpellCheckerDictionaryDownloadURL('https://00.00/');
  const ours = devServer ? [{ serverUrl: devServer, joinPage: '' }] : [];
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isAllowed = isRequestAllowed(url, [...servers(), ...ours]);
    if (!isAllowed) log.warn('refused', 'request', url.slice(0, 200));
    answer({ cancel: !isAllowed });
  });
}
