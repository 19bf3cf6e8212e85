import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Application } from '../application';
import { events } from '../contract';
import type { SettingsStore } from '../settings/settings';
import { home, placeOnDisplay, windowOptions } from './electron-policy';

/** The one window, where it was last, in the colour scheme that was chosen. */
export function createWindow(settings: SettingsStore, application: Application): BrowserWindow {
  nativeTheme.themeSource = settings.get('preferences').scheme;
  const { isMaximized, ...bounds } = placeOnDisplay(
    settings.get('window'),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const preload = path.join(import.meta.dirname, 'electron-preload.cjs');
  const window = new BrowserWindow({ ...windowOptions(preload, app.isPackaged, nativeTheme.shouldUseDarkColors), ...bounds });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => settings.set('window', { ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
  const unsubscribe = application.subscribe((name, payload) => {
    window.webContents.send(name, payload);
    if (name === 'preferences.changed') nativeTheme.themeSource = events[name].parse(payload).scheme;
  });
  window.once('closed', unsubscribe);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  void window.loadURL(home);
  return window;
}
