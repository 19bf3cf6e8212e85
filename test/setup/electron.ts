import path from 'node:path';
import { hasDisplay, unpackedRuntime } from '../../main/host/electron-runtime.ts';

/** Electron's executable, where the stories can be told in it too, or what is missing. No download is begun for it. */
export function electronForStories(): { executable: string } | { lacks: string } {
  if (!hasDisplay(process.env, process.platform)) return { lacks: 'this machine has no display' };
  if (process.platform === 'linux' && process.getuid?.() === 0) return { lacks: 'its sandbox does not work for root' };
  const executable = unpackedRuntime(path.resolve('.'), process.env);
  return executable ? { executable } : { lacks: 'its runtime is not here' };
}
