import type { BrowserWindowConstructorOptions, Rectangle, Session } from 'electron';
import type { Profile } from '../contract/profiles';

/** What the Electron host allows, as functions of what is asked: no state, nothing of Electron but its types. */

export const home = 'app://roomkeeper/';
type Permission = Parameters<Exclude<Parameters<Session['setPermissionRequestHandler']>[0], null>>[1];
type Server = Pick<Profile, 'serverUrl' | 'joinPage'>;

/** By protocol and host: the origin of a scheme of one's own is `null` for Node, as is that of file: and data:. */
export const isHome = (url: string) => {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'app:' && parsed.host === 'roomkeeper';
};

/** A frame that has gone, or that is not the window's own, is nobody's that we know. */
export const isTrusted = ({ senderFrame, sender }: { senderFrame: { url: string } | null; sender: { mainFrame: object } }) =>
  senderFrame !== null && senderFrame === sender.mainFrame && isHome(senderFrame.url);

const allowedPermissions = new Set<Permission>([
  'media', // join: camera and microphone
  'display-capture', // join: a screen, which the person then chooses
  'speaker-selection',
  'clipboard-sanitized-write',
  'fullscreen',
  // Switched off in Electron 45, where a page may reach a server of this machine or network anyway.
  'local-network-access',
  'local-network',
  'loopback-network',
]);

/** `mediaTypes`: what a `media` request is for; none named where only the names of devices are asked for. */
export const isPermissionAllowed = (
  permission: Permission,
  { url, isMainFrame, mediaTypes = [] }: { url: string; isMainFrame: boolean; mediaTypes?: readonly string[] },
) =>
  allowedPermissions.has(permission) &&
  isMainFrame &&
  isHome(url) &&
  mediaTypes.every((type) => ['audio', 'video', 'unknown'].includes(type));

/** An origin in http terms: a page reaches a LiveKit server by both ws and http. */
const originOf = (url: string) => URL.parse(url.replace(/^ws/i, 'http'))?.origin;
const isCloud = (url: string) => Boolean(URL.parse(url)?.hostname.endsWith('.livekit.cloud'));

/** Whether the page may ask this of the network: its own files, and the servers of saved profiles. Cloud moves clients to its regions. */
export function isRequestAllowed(url: string, servers: readonly Server[]): boolean {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  if (['data:', 'blob:'].includes(parsed.protocol) || isHome(url)) return true;
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(parsed.protocol)) return false;
  const isSecure = /^(https|wss):$/.test(parsed.protocol);
  return servers.some(({ serverUrl }) => originOf(serverUrl) === originOf(url) || (isSecure && isCloud(serverUrl) && isCloud(url)));
}

/** What may be handed to the system's browser, as the parser writes it: https, and http where a saved profile has its join page there. */
export function externalUrl(raw: string, servers: readonly Server[]): string | undefined {
  const url = URL.parse(raw);
  if (!url || url.username || url.password) return undefined;
  const isJoinPage = () => servers.some(({ joinPage }) => URL.parse(joinPage)?.origin === url.origin);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isJoinPage()) ? url.href : undefined;
}

export type WindowPlace = Rectangle & { isMaximized: boolean };
export const smallestWindow = { width: 1040, height: 640 };

/** Where the window was, if enough of it to be grasped would be on a display that is there. */
export const placeOnDisplay = (place: WindowPlace | null, displays: readonly Rectangle[]): Partial<WindowPlace> => {
  if (!place) return { width: 1280, height: 800 };
  const isSeen = displays.some(({ x, y, width, height }) => {
    const inWidth = Math.min(place.x + place.width, x + width) - Math.max(place.x, x);
    return inWidth >= 100 && place.y >= y && place.y < y + height - 50;
  });
  return isSeen ? place : { width: place.width, height: place.height };
};

/** `isDark`: the colour before the first paint, theme.css's --rk-bg-0, so that nothing flashes. */
export const windowOptions = (preload: string, isPackaged: boolean, isDark: boolean): BrowserWindowConstructorOptions => ({
  title: 'Roomkeeper',
  show: false,
  minWidth: smallestWindow.width,
  minHeight: smallestWindow.height,
  backgroundColor: isDark ? '#0b0c0f' : '#f3f3f6',
  webPreferences: {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !isPackaged,
    // A middle click opens a window past the handler that denies them.
    disableBlinkFeatures: 'Auxclick',
  },
});
