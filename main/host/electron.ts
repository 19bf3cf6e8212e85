import path from 'node:path';
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, protocol } from 'electron';
import ElectronStore from 'electron-store';
import type { Host } from '../application';
import { createConsole } from '../console';
import { callNames } from '../contract/names';
import { dataDir } from '../data-dir';
import { createRenderer } from '../renderer-files';
import { openSettings, type Settings } from '../settings/settings';

const home = 'app://roomkeeper/';
const isHome = (url: string) => URL.parse(url)?.protocol === 'app:' && URL.parse(url)?.host === 'roomkeeper';
const isTrusted = ({ senderFrame, sender }: IpcMainInvokeEvent) =>
  senderFrame !== null && senderFrame === sender.mainFrame && isHome(senderFrame.url);

const host: Host = async (application) => {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  await app.whenReady();
  const renderer = createRenderer(path.join(import.meta.dirname, '../renderer'));
  protocol.handle('app', ({ url }) => renderer(new URL(url)));
  for (const name of callNames) {
    ipcMain.handle(name, (event, input) => {
      if (!isTrusted(event)) throw new Error('untrusted sender');
      return application.call(name, input);
    });
  }
  const preload = path.join(import.meta.dirname, 'electron-preload.cjs');
  const window = new BrowserWindow({
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
  });
  application.subscribe((name, payload) => window.webContents.send(name, payload));
  await window.loadURL(home);
  await new Promise<void>((resolve) => window.once('closed', () => resolve()));
};

export async function start(): Promise<number> {
  app.setPath('userData', dataDir);
  const { settings, notices } = openSettings((options) => new ElectronStore<Settings>(options));
  ipcMain.removeAllListeners('electron-store-get-data'); // a synchronous channel without a check of its sender
  await host(createConsole(settings, { kind: 'electron', notices, clipboard: null }));
  return 0;
}
