import fc from 'fast-check';
import { expect, test } from 'vitest';
import { menu } from '../../../main/host/electron-menu';
import {
  externalUrl,
  isHome,
  isPermissionAllowed,
  isRequestAllowed,
  isTrusted,
  placeOnDisplay,
  windowOptions,
} from '../../../main/host/electron-policy';

type Permission = Parameters<typeof isPermissionAllowed>[0];
/** All names of electron.d.ts: one that a new Electron adds does not compile until it is decided here. */
const permissions: Record<Permission, boolean> = {
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': false,
  'display-capture': true,
  fileSystem: false,
  fullscreen: true,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': true,
  'local-network-access': true,
  'loopback-network': true,
  media: true,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': true,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
  unknown: false,
};
const isPermission = (name: string): name is Permission => name in permissions;

test.each(Object.entries(permissions))('the permission %s is given: %s', (name, expected) => {
  if (!isPermission(name)) throw new Error(name);
  expect(isPermissionAllowed(name, { url: 'app://roomkeeper/', isMainFrame: true })).toBe(expected);
  expect(isPermissionAllowed(name, { url: 'app://roomkeeper/', isMainFrame: false })).toBe(false);
  expect(isPermissionAllowed(name, { url: 'https://evil.example/', isMainFrame: true })).toBe(false);
});

test('media means camera and microphone', () => {
  const asked = (mediaTypes: string[]) => isPermissionAllowed('media', { url: 'app://roomkeeper/', isMainFrame: true, mediaTypes });
  expect([asked(['audio', 'video']), asked(['unknown']), asked(['audio', 'screen'])]).toEqual([true, true, false]);
});

test.each([
  ['app://roomkeeper/', true],
  ['app://roomkeeper/index.html?x#y', true],
  ['app://roomkeeper', true],
  ['app://other/', false],
  ['app://roomkeeper.evil.example/', false],
  ['app://roomkeeper:80/', false],
  ['https://roomkeeper/', false],
  ['about:blank', false],
  ['file:///index.html', false],
  ['data:text/html,x', false],
  ['', false],
])('%s is home: %s', (url, expected) => {
  expect(isHome(url)).toBe(expected);
});

test("only the window's own frame is trusted, and only at home", () => {
  const [own, other] = [{ url: 'app://roomkeeper/' }, { url: 'app://roomkeeper/' }];
  const foreign = { url: 'https://evil.example/' };
  expect(isTrusted({ senderFrame: own, sender: { mainFrame: own } })).toBe(true);
  expect(isTrusted({ senderFrame: other, sender: { mainFrame: own } })).toBe(false);
  expect(isTrusted({ senderFrame: foreign, sender: { mainFrame: foreign } })).toBe(false);
  expect(isTrusted({ senderFrame: null, sender: { mainFrame: own } })).toBe(false);
});

const servers = [
  { serverUrl: 'wss://live.example/prefix', joinPage: 'https://meet.livekit.io/custom?liveKitUrl={url}&token={token}' },
  { serverUrl: 'ws://127.0.0.1:7880', joinPage: 'http://10.0.0.4:3000/join?url={url}&token={token}' },
];
const cloud = [{ serverUrl: 'wss://harbor-1.livekit.cloud', joinPage: '' }];

test.each([
  ['app://roomkeeper/assets/index.js', servers, true],
  ['data:image/png;base64,AA', servers, true],
  ['blob:app://roomkeeper/1-2', servers, true],
  ['wss://live.example/rtc', servers, true],
  ['https://live.example:443/settings/regions', servers, true],
  ['ws://live.example/rtc', servers, false],
  ['wss://live.example:8443/rtc', servers, false],
  ['wss://live.example.evil.example/rtc', servers, false],
  ['ws://127.0.0.1:7880/rtc', servers, true],
  ['http://127.0.0.1:7880/rtc/validate', servers, true],
  ['http://127.0.0.1:7881/', servers, false],
  ['https://meet.livekit.io/', servers, false],
  ['https://elsewhere.livekit.cloud/', servers, false],
  ['wss://region-2.livekit.cloud/rtc', cloud, true],
  ['ws://region-2.livekit.cloud/rtc', cloud, false],
  ['https://livekit.cloud.evil.example/', cloud, false],
  ['file:///etc/passwd', servers, false],
  ['chrome-extension://x/y.js', servers, false],
  ['no address', servers, false],
])('a request to %s is let through: %s', (url, saved, expected) => {
  expect(isRequestAllowed(url, saved)).toBe(expected);
});

test.each([
  ['https://docs.livekit.io/a b', 'https://docs.livekit.io/a%20b'],
  ['http://10.0.0.4:3000/join?token=x', 'http://10.0.0.4:3000/join?token=x'],
  ['http://10.0.0.4:3001/join', undefined],
  ['http://docs.livekit.io/', undefined],
  ['https://user:password@docs.livekit.io/', undefined],
  ['mailto:ada@example.org', undefined],
  ['\\\\host\\share', undefined],
  ['ms-settings:privacy', undefined],
])('%s goes to the browser as %s', (raw, expected) => {
  expect(externalUrl(raw, servers)).toBe(expected);
});

test('nothing but a web address goes to the browser, whatever it looks like', () => {
  const text = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.tuple(fc.stringMatching(/^[a-z][a-z0-9+.-]{0,12}:[/\\]{0,3}$/), fc.string()).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (raw) => {
      const url = externalUrl(raw, servers);
      if (url !== undefined) expect(url).toMatch(/^(https:\/\/|http:\/\/10\.0\.0\.4:3000\/)[^@\s]/);
    }),
    { numRuns: 300 },
  );
});

test('the window comes back where it can be seen', () => {
  const place = { x: 2000, y: 100, width: 1300, height: 900, isMaximized: false };
  const [left, right] = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1920, height: 1080 },
  ];
  expect(placeOnDisplay(place, [left, right])).toEqual(place);
  expect(placeOnDisplay(place, [left])).toEqual({ width: 1300, height: 900 });
  expect(placeOnDisplay(null, [left])).toEqual({ width: 1280, height: 800 });
});

test('a packaged console has neither developer tools nor a reload that loses what was typed', () => {
  expect(windowOptions('preload.cjs', true, true).webPreferences?.devTools).toBe(false);
  const roles = (isPackaged: boolean) => JSON.stringify(menu('linux', isPackaged));
  expect(roles(true)).not.toMatch(/reload|toggleDevTools/);
  expect(roles(false)).toMatch(/reload.*toggleDevTools/);
  expect(menu('darwin', true)[0]).toEqual({ role: 'appMenu' });
});
