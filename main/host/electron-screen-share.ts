import { desktopCapturer, dialog, type Session } from 'electron';
import { log } from '../log';
import { isHome } from './electron-policy';

/** What fits into one question. */
const mostOffered = 12;

/**
 * A page that asks to share a screen gets the one that the person chooses, and nothing without a choice. macOS has a picker of its
 * own; Wayland's portal asks by itself while the sources are listed. Sound comes along on Windows alone, where Electron offers it.
 */
export function guardScreenShare(session: Session, platform: NodeJS.Platform): void {
  session.setDisplayMediaRequestHandler(
    ({ frame, videoRequested, audioRequested }, answer) => {
      const refuse = (why: unknown) => {
        log.warn('refused', 'screen share', why);
        answer(null);
      };
      if (!frame || frame.parent || !isHome(frame.url) || !videoRequested) return refuse('not asked by the console');
      choose().then(
        (video) => (video ? answer({ video, ...(audioRequested && platform === 'win32' ? { audio: 'loopback' } : {}) }) : answer(null)),
        refuse,
      );
    },
    { useSystemPicker: true },
  );
}

async function choose(): Promise<Electron.DesktopCapturerSource | undefined> {
  const found = await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: { width: 0, height: 0 } });
  const sources = found.slice(0, mostOffered);
  const cancelId = sources.length;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Which screen or window is shared?',
    detail: 'Everyone in the room sees it until sharing is stopped.',
    buttons: [...sources.map(({ name }) => name.slice(0, 60)), 'Cancel'],
    cancelId,
    defaultId: cancelId,
  });
  return sources[response];
}
