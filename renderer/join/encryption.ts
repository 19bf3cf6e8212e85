import type { RoomOptions } from 'livekit-client';
import { startPageWorker } from './page-worker';

/** End-to-end encryption with one passphrase for everyone, as LiveKit Meet has it. */
export async function startEncryption(livekit: typeof import('livekit-client'), passphrase: string) {
  const worker = await startPageWorker();
  const keyProvider = new livekit.ExternalE2EEKeyProvider();
  await keyProvider.setKey(passphrase);
  return { roomOptions: { encryption: { keyProvider, worker } } satisfies RoomOptions, end: () => worker.terminate() };
}
