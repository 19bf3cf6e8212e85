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
    running = { stop, since: new Date().toISOString() };
    settings.set('webhooks', { ...settings.get('webhooks'), ...place, port, on: true });
    become('on');
  }
  async function stopListening() {
    clearTimeout(timer);
    const { stop } = running ?? {};
    running = undefined;
    await stop?.();
  }
  /** Its port may still be held, by a console that is just ending, or its network not be there yet. */
  async function begin() {
    try {
      await listen(placeOf());
    } catch (error) {
      log.warn('webhooks: the receiver cannot listen', error);
      become('waiting');
      timer = setTimeout(() => void begin(), tryAgainMs);
    }
  }
  const ready = settings.get('webhooks').on ? begin() : Promise.resolve();

  return {
    status,
    /** Tells every window how it stands. */
    tell: () => become(state),
    /** Throws `outside-loopback`, `port-taken`, `invalid-input`. */
    async start({ outside, ...place }: ReceiverPlace & { outside: boolean }) {
      if (!isLoopback(place.address) && !outside) throw new Refusal('outside-loopback', 'Other computers can reach that address');
      await ready;
      await stopListening();
      try {
        await listen(place);
      } catch (error) {
        settings.set('webhooks', { ...settings.get('webhooks'), on: false });
        become('off');
        throw error;
      }
    },
    async stop() {
      await ready;
      await stopListening();
      settings.set('webhooks', { ...settings.get('webhooks'), on: false });
      become('off');
    },
    /** Ends it with the console; the setting stays. */
    async close() {
      await ready;
      await stopListening();
    },
  };
}
