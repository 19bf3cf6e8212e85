import { createHash } from 'node:crypto';
import { clipboard } from 'electron';
import { log } from '../log';

const clearsAfterSeconds = 60;

/** Takes a copied secret back after a minute, or when the console ends, if the clipboard then still holds it. Only its hash is kept. */
export function createClipboard() {
  let copied: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const clear = async () => {
    clearTimeout(timer);
    if (!copied) return;
    const hash = createHash('sha256').update(await clipboard.readText());
    if (hash.digest('hex') === copied) clipboard.clear();
    copied = undefined;
  };
  return {
    clearsAfterSeconds,
    clearLater(sha256: string) {
      clearTimeout(timer);
      copied = sha256;
      timer = setTimeout(() => void clear().catch((error: unknown) => log.error('clipboard', error)), clearsAfterSeconds * 1000);
    },
    clear,
  };
}
