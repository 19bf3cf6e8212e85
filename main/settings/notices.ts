import type { About } from '../contract/preferences';

type Notice = About['notices'][number];

const sentences: Record<Notice['code'], string> = {
  'settings-set-aside': 'The settings file could not be read, so it was set aside and Roomkeeper began with an empty one.',
  'settings-from-newer': 'The settings file was written by a newer Roomkeeper, so it was set aside and an empty one begun.',
};

/** For the terminal, where the page may never be opened. */
export const noticeLine = ({ code, values: { file } }: Notice): string => `${sentences[code]} The old file: ${file}`;
