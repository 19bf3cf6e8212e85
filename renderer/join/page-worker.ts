/**
 * LiveKit's end-to-end encryption, in the page instead of in a worker. The console's Trusted Types allow no policy, and so no worker
 * can be made from an address; its module needs none of a worker's own but `onmessage` and `postMessage`, which a window has too.
 * Encryption itself is WebCrypto's, off this thread.
 */
class PageWorker extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null;
  onmessageerror: Worker['onmessageerror'] = null;
  onerror: Worker['onerror'] = null;
  readonly #module: (event: MessageEvent) => unknown;
  constructor(module: (event: MessageEvent) => unknown) {
    super();
    this.#module = module;
    window.addEventListener('message', this.#answer);
  }
  /** What the module posts comes back as a message of the window to itself; from another window nothing is taken. */
  readonly #answer = (event: MessageEvent) => {
    if (event.source === window) this.onmessage?.(event);
  };
  postMessage(data: unknown): void {
    this.#module(new MessageEvent('message', { data }));
  }
  terminate(): void {
    window.removeEventListener('message', this.#answer);
  }
}

let loaded: Promise<(event: MessageEvent) => unknown> | undefined;

/** The module puts its handler where a worker has it; it is taken from there at once, or it would hear its own answers. */
async function loadModule(): Promise<(event: MessageEvent) => unknown> {
  await import('livekit-client/e2ee-worker');
  const { onmessage } = window;
  window.onmessage = null;
  if (!onmessage) throw new Error('the encryption module has no handler');
  return (event) => onmessage.call(window, event);
}

/** One at a time: the module keeps the keys of one room. `terminate` it when the room is left. */
export async function startPageWorker(): Promise<Worker> {
  loaded ??= loadModule();
  return new PageWorker(await loaded);
}
