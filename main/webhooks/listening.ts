import { isDeepStrictEqual } from 'node:util';
import { isLoopback } from '../contract/loopback';
import { Refusal } from '../contract/result';
import type { ReceiverPlace, WebhookStatus } from '../contract/webhooks';
import { log } from '../log';
import type { SettingsStore } from '../settings/settings';
import { startReceiver } from './receiver';
import { type PlaceStatus, placeStatus } from './status';

/** How often a receiver that is on tries for its port: a server gives an event up after 15 s. */
const tryAgainMs = 1_000;

/** The receiver as it was left: on or off, at its port. Switched on it starts with the console. */
export function createListening(
  settings: SettingsStore,
  take: Parameters<typeof startReceiver>[1],
  complete: (place: PlaceStatus) => WebhookStatus,
  onChange: (status: WebhookStatus) => void,
) {
  let running: { stop: () => Promise<void>; since: string } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let state: WebhookStatus['state'] = 'off';
  const placeOf = (): ReceiverPlace => {
    const { address, port, path } = settings.get('webhooks');
    return { address, port, path };
  };
  const status = () => complete(placeStatus(placeOf(), state, running?.since ?? null));
  const become = (next: WebhookStatus['state']) => {
    state = next;
    onChange(status());
  };

  async function listen(place: ReceiverPlace) {
    const { port, stop } = await startReceiver(place, take);
    const before = settings.get('webhooks');
    const after = { ...before, ...place, port, on: true };
    try {
      // A full disk does not keep it from receiving where it did before.
      if (!isDeepStrictEqual(before, after)) settings.set('webhooks', after);
    } catch (error) {
      await stop();
      throw error;
    }
    running = { stop, since: new Date().toISOString() };
    become('on');
  }
  async function stopListening() {
    clearTimeout(timer);
    const { stop } = running ?? {};
    running = undefined;
    await stop?.();
  }
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  /** One after another: a start, a stop and a try for the port never overlap. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = last.then(run);
    last = done.catch(() => {});
    return done;
  }
  /** Its port may still be held, by a console that is just ending, or its network not be there yet. */
  async function begin() {
    if (isClosed || running || !settings.get('webhooks').on) return;
    try {
      await listen(placeOf());
    } catch (error) {
      log.warn('webhooks: the receiver cannot listen', error);
      become('waiting');
      timer = setTimeout(() => void inTurn(begin), tryAgainMs);
    }
  }
  void inTurn(begin);

  return {
    status,
    /** Tells every window how it stands. */
    tell: () => become(state),
    /** Throws `outside-loopback`, `port-taken`, `invalid-input`, `closed`; then it goes on where it received before. */
    async start({ outside, ...place }: ReceiverPlace & { outside: boolean }) {
      if (!isLoopback(place.address) && !outside) throw new Refusal('outside-loopback', 'Other computers can reach that address');
      await inTurn(async () => {
        if (isClosed) throw new Refusal('closed', 'The console is closing');
        await stopListening();
        try {
          await listen(place);
        } catch (error) {
          if (settings.get('webhooks').on) await begin();
          else become('off');
          throw error;
        }
      });
    },
    stop: () =>
      inTurn(async () => {
        await stopListening();
        settings.set('webhooks', { ...settings.get('webhooks'), on: false });
        become('off');
      }),
    /** Ends it with the console; the setting stays. */
    close() {
      isClosed = true;
      return inTurn(stopListening);
    },
  };
}
