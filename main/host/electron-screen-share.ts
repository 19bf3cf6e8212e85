import { desktopCapturer, dialog, type Session } from 'electron';
import { log } from '../log';
import { isHome } from './electron-policy';

/** What fits into one question. */
const mostOffered = 12;

const words = {
  en: { message: 'Which screen or window is shared?', detail: 'Everyone in the room sees it until sharing is stopped.', cancel: 'Cancel' },
  zh: { message: '共享哪个屏幕或窗口？', detail: '停止共享之前，房间里的所有人都能看到。', cancel: '取消' },
};
/** `language`: as the preferences have it; `system` is the operating system's. */
function wordsIn(language: string) {
  const locale = language === 'system' ? Intl.DateTimeFormat().resolvedOptions().locale : language;
  return locale.startsWith('zh') ? words.zh : words.en;
}

/**
 * A page that asks to share a screen gets the one that the person chooses, and nothing without a choice. macOS has a picker of its
 * own; Wayland's portal asks by itself while the sources are listed. Sound comes along on Windows alone, where Electron offers it.
 */
export function guardScreenShare(session: Session, platform: NodeJS.Platform, language: () => string): void {
  session.setDisplayMediaRequestHandler(
    ({ frame, videoRequested, audioRequested }, answer) => {
      const refuse = (why: unknown) => {
        log.warn('refused', 'screen share', why);
        answer(null);
      };
      if (!frame || frame.parent || !isHome(frame.url) || !videoRequested) return refuse('not asked by the console');
      choose(wordsIn(language())).then(
        (video) => (video ? answer({ video, ...(audioRequested && platform === 'win32' ? { audio: 'loopback' } : {}) }) : answer(null)),
        refuse,
      );
    },
    { useSystemPicker: true },
  );
}

async function choose({ message, detail, cancel }: typeof words.en): Promise<Electron.DesktopCapturerSource | undefined> {
  const found = await desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize: { width: 0, height: 0 } });
  const sources = found.slice(0, mostOffered);
  const cancelId = sources.length;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons: [...sources.map(({ name }) => name.slice(0, 60)), cancel],
    cancelId,
    defaultId: cancelId,
  });
  return sources[response];
}
