import { app, type BrowserWindow, dialog } from 'electron';
import { log, logFile } from '../log';
import { redact } from '../redact';
import { home } from './electron-policy';

/** Electron would show the error as it is. No crash reporter: a dump of memory can hold a secret. */
export function reportErrors(): void {
  const report = (error: unknown) => {
    log.error('uncaught', error);
    dialog.showErrorBox(
      'Roomkeeper met an error',
      redact(`${error instanceof Error ? error.message : error}\n\nThe log says more: ${logFile}`),
    );
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  app.on('child-process-gone', (_event, { type, reason }) => log.error('gone', type, reason));
}

/** Offers the page again when it has crashed or does not answer. */
export function reviveWindow(window: BrowserWindow): void {
  const offer = async (message: string, buttons: string[]) => {
    const { response } = await dialog.showMessageBox(window, { type: 'error', message, buttons, defaultId: 0, cancelId: 1, noLink: true });
    return response === 0;
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('page gone', reason);
    void offer('The page of Roomkeeper has crashed. What main was doing goes on.', ['Reload', 'Quit']).then((again) =>
      again ? window.loadURL(home) : app.quit(),
    );
  });
  window.on('unresponsive', () => {
    log.warn('page does not answer');
    void offer('The page of Roomkeeper does not answer.', ['Wait', 'Reload']).then((wait) => {
      if (!wait) window.webContents.reload();
    });
  });
}
