import { createHash } from 'node:crypto';
import { clipboard } from 'electron';
import { log } from '../log';

const clearsAfterSeconds = 60;

/** Takes a copied secret back after a minute, or when the console ends, if the clipboard then still holds it. Only its hash is kept. */
export function createClipboard() {
  let copied: { sha256: string } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const clear = async () => {
    clearTimeout(timer);
    const last = copied;
    if (!last) return;
    const hash = createHash('sha256').update(await clipboard.readText());
    if (copied !== last) return; // copied again meanwhile: that has a minute of its own
    copied = undefined;
    if (hash.digest('hex') === last.sha256) clipboard.clear();
  };
  return {
    clearsAfterSeconds,
    clearLater(sha256: string) {
      clearTimeout(timer);
      copied = { sha256 };
      timer = setTimeout(() => void clear().catch((error: unknown) => log.error('clipboard', error)), clearsAfterSeconds * 1000);
    },
    clear,
  };
}
