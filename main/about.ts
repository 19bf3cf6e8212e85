import os from 'node:os';
import type { Handlers } from './application';
import type { About } from './contract/preferences';
import { dataDir } from './data-dir';
import { logFile } from './log';

/** What a host brings besides the settings. */
export type HostParts = {
  kind: About['host'];
  notices: About['notices'];
  /** Clears the clipboard after a while if it then still holds text of this SHA-256; null where the host cannot. */
  clipboard: { clearsAfterSeconds: number; clearLater(sha256: string): void } | null;
};

export const createAbout = ({ kind, notices, clipboard }: HostParts): Pick<Handlers, 'console.about' | 'clipboard.clearLater'> => ({
  'console.about': async () => ({
    version: __VERSION__,
    host: kind,
    platform: process.platform,
    osUser: os.userInfo().username,
    dataDir,
    logFile,
    runtime: Object.fromEntries(
      Object.entries(process.versions).flatMap(([name, version]) =>
        version && /^(node|electron|chrome)$/.test(name) ? [[name, version]] : [],
      ),
    ),
    clipboardClearsAfter: clipboard?.clearsAfterSeconds ?? null,
    notices,
  }),
  async 'clipboard.clearLater'({ sha256 }) {
    clipboard?.clearLater(sha256);
    return {};
  },
});
