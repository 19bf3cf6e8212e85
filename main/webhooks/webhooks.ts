import path from 'node:path';
import type { Emit, Handlers } from '../application';
import { type Audit, allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import { dataDir } from '../data-dir';
import type { Profiles } from '../profiles/profiles';
import type { SettingsStore } from '../settings/settings';
import { openDeliveries } from './deliveries';
import { createForwarding } from './forward';
import { countDeliveries, exportDeliveries, findDeliveries } from './list';
import { createListening } from './listening';
import { createOriginals } from './originals';
import { checkTarget } from './post';
import { createSending } from './sending';
import { createTaking } from './take';
import type { Keyring } from './verify';

export type WebhookCalls =
  | 'webhooks.status'
  | 'webhooks.start'
  | 'webhooks.stop'
  | 'webhooks.list'
  | 'webhooks.show'
  | 'webhooks.export'
  | 'webhooks.clear'
  | 'webhooks.sendTest'
  | 'webhooks.replay'
  | 'webhooks.forward';

/** Windows are told at most this often, however many events come. */
const tellEveryMs = 200;

/** LiveKit's webhooks, received by this console: verified, kept, shown. */
export function createWebhooks(
  settings: SettingsStore,
  profiles: Profiles,
  audit: Audit,
  emit: Emit,
  file = path.join(dataDir, 'webhooks.jsonl'),
): { handlers: Pick<Handlers, WebhookCalls>; receiverUrl: () => string; close: () => Promise<void> } {
  const deliveries = openDeliveries(file);
  const keyring: Keyring = {
    owners: (apiKey) => settings.get('profiles').filter((profile) => profile.apiKey === apiKey),
    withSecret: (profileId, use) => profiles.withCredentials(profileId, ({ apiSecret }) => use(apiSecret)),
  };
  let telling: NodeJS.Timeout | undefined;
  const tell = () => {
    telling ??= setTimeout(() => {
      telling = undefined;
      emit('webhooks.received', { total: deliveries.all().length });
    }, tellEveryMs);
  };
  const originals = createOriginals();
  const forwarding = createForwarding(deliveries, () => settings.get('webhooks').forwardUrl, tell);
  const take = createTaking(deliveries, keyring, {
    onSeen: tell,
    onRecorded(record, { body, headers }) {
      const signed = { body, authorization: headers.get('authorization') ?? '' };
      originals.add(record.no, signed, record);
      forwarding.add(record, signed);
    },
  });
  const listening = createListening(
    settings,
    take,
    (place) => ({
      ...place,
      forward: { url: settings.get('webhooks').forwardUrl, waiting: forwarding.waiting() },
      kept: deliveries.isKept(),
    }),
    (status) => emit('webhooks.changed', status),
  );
  const traced = (action: WebhookCalls, targets: string[], run: () => Promise<void>) =>
    audit.act({ action, profile: null, room: '', targets, reason: '' }, async () => {
      await run();
      return { value: null, outcome: allDone };
    });

  return {
    receiverUrl: () => listening.status().url,
    handlers: {
      'webhooks.status': async () => listening.status(),
      async 'webhooks.start'(place) {
        await traced('webhooks.start', [place.address], () => listening.start(place));
        return listening.status();
      },
      async 'webhooks.stop'() {
        await traced('webhooks.stop', [listening.status().url], listening.stop);
        return listening.status();
      },
      async 'webhooks.list'({ before, limit, ...filter }) {
        const found = findDeliveries(deliveries.all(), filter);
        const older = before === null ? found : found.filter(({ no }) => no < before);
        const page = older.slice(0, limit);
        const next = older.length > limit ? (page.at(-1)?.no ?? null) : null;
        return { deliveries: page, total: found.length, next, counts: countDeliveries(deliveries.all()) };
      },
      async 'webhooks.show'({ no }) {
        const record = deliveries.find(no);
        if (!record) throw new Refusal('not-found', 'It is no longer kept');
        const signature = record.reason === null ? 'new' : 'none';
        return { ...record, replay: originals.find(no) ? 'original' : signature };
      },
      'webhooks.export': async (request) => exportDeliveries(deliveries.all(), request),
      async 'webhooks.clear'() {
        await traced('webhooks.clear', [], async () => {
          deliveries.clear();
          originals.clear();
        });
        tell();
        return {};
      },
      async 'webhooks.forward'({ url, outside }) {
        if (url !== '') checkTarget({ url, outside });
        if (url !== '' && url === listening.status().url)
          throw new Refusal('invalid-input', 'The receiver’s own address', { issues: [{ path: 'url', code: 'not-allowed' }] });
        await traced('webhooks.forward', [url], async () => {
          settings.set('webhooks', { ...settings.get('webhooks'), forwardUrl: url });
          forwarding.moved();
        });
        listening.tell();
        return listening.status();
      },
      ...createSending(profiles, audit, deliveries, originals),
    },
    async close() {
      await listening.close();
      forwarding.close();
      clearTimeout(telling);
    },
  };
}
