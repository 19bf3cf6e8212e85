import path from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import ElectronStore from 'electron-store';
import type { Application } from '../application';
import { createConsole } from '../console';
import { callNames } from '../contract/names';
import type { Failure } from '../contract/result';
import { CannotStart, dataDir, lockDataDir } from '../data-dir';
import { log, logFile } from '../log';
import { createRenderer } from '../renderer-files';
import { openSettings } from '../settings/open-settings';
import type { Settings } from '../settings/settings';
import { createClipboard } from './electron-clipboard';
import { reportErrors, reviveWindow } from './electron-crash';
import { followServers, guardContents, guardSession } from './electron-guards';
import { menu } from './electron-menu';
import { isHome, isTrusted } from './electron-policy';
import { cannotStartCode } from './electron-runtime';
import { guardScreenShare } from './electron-screen-share';
import { createWindow } from './electron-window';
import { trustSystemCertificates } from './system-certificates';

/** Runs until the window has been closed. Answers the exit code. What must happen before Electron is ready is done when this returns. */
export async function start(): Promise<number> {
  app.setPath('userData', dataDir);
  if (!app.requestSingleInstanceLock()) {
    console.error('Roomkeeper is already running on this data: its window has been brought to the front.');
    return cannotStartCode;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  reportErrors();
  const ended = new Promise<void>((resolve) => {
    app.once('window-all-closed', resolve);
    app.once('will-quit', (event) => {
      event.preventDefault(); // until the clipboard is cleared and what the console started has ended
      resolve();
    });
  });
  try {
    lockDataDir();
    return await show(ended);
  } catch (error) {
    // Thrown further it would be one more message, and a process without a window that holds the data.
    const isKnown = error instanceof CannotStart;
    if (!isKnown) log.error('The Electron host failed', error);
    dialog.showErrorBox('Roomkeeper cannot start', isKnown ? error.message : `Its log says why: ${logFile}`);
    return isKnown ? cannotStartCode : 1;
  }
}

async function show(ended: Promise<void>): Promise<number> {
  const { settings, notices } = openSettings((options) => new ElectronStore<Settings>(options));
  ipcMain.removeAllListeners('electron-store-get-data'); // a synchronous channel without a check of its sender
  const clipboard = createClipboard();
  const application = createConsole(settings, { kind: 'electron', notices, clipboard });
  const servers = await followServers(application);
  guardContents(app, servers);
  await app.whenReady();

  const renderer = createRenderer(path.join(import.meta.dirname, '../renderer'));
  protocol.handle('app', ({ url }) => (isHome(url) ? renderer(new URL(url)) : new Response('Not found', { status: 404 })));
  const devServer = import.meta.env.MODE === 'development' ? process.env.ROOMKEEPER_DEV_SERVER : undefined;
  guardSession(session.defaultSession, servers, devServer);
  guardScreenShare(session.defaultSession, process.platform, () => settings.get('preferences').language);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu(process.platform, app.isPackaged)));
  answerCalls(application);
  reviveWindow(createWindow(settings, application));
  trustSystemCertificates(); // takes 0.1 s, while the page loads; no call is answered before

  await ended;
  await clipboard.clear().catch((error: unknown) => log.error('clipboard', error));
  await application.close();
  return 0;
}

const untrusted: Failure = { ok: false, code: 'untrusted-sender', message: 'The call came from a page that is not the console' };

function answerCalls(application: Application): void {
  for (const name of callNames) {
    ipcMain.handle(name, (event, input) => {
      if (isTrusted(event)) return application.call(name, input);
      log.warn('refused', 'untrusted sender', name, event.senderFrame?.url.slice(0, 200));
      return untrusted;
    });
  }
}
