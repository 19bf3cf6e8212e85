import path from 'node:path';
import type { Emit, Handlers } from '../application';
import { type Audit, allDone } from '../audit/audit';
import { Refusal } from '../contract/result';
import { dataDir } from '../data-dir';
import type { Profiles } from '../profiles/profiles';
import type { SettingsStore } from '../settings/settings';
import { openDeliveries } from './deliveries';
import { countDeliveries, exportDeliveries, findDeliveries } from './list';
import { createListening } from './listening';
import { createTaking } from './take';
import type { Keyring } from './verify';

export type WebhookCalls =
  | 'webhooks.status'
  | 'webhooks.start'
  | 'webhooks.stop'
  | 'webhooks.list'
  | 'webhooks.show'
  | 'webhooks.export'
  | 'webhooks.clear';

/** Windows are told at most this often, however many events come. */
const tellEveryMs = 200;

/** LiveKit's webhooks, received by this console: verified, kept, shown. */
export function createWebhooks(
  settings: SettingsStore,
  profiles: Profiles,
  audit: Audit,
  emit: Emit,
  file = path.join(dataDir, 'webhooks.jsonl'),
): { handlers: Pick<Handlers, WebhookCalls>; close: () => Promise<void> } {
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
  const take = createTaking(deliveries, keyring, { onSeen: tell, onRecorded() {} });
  const listening = createListening(settings, take, deliveries.isKept, (status) => emit('webhooks.changed', status));
  const traced = (action: 'webhooks.start' | 'webhooks.stop' | 'webhooks.clear', targets: string[], run: () => Promise<void>) =>
    audit.act({ action, profile: null, room: '', targets, reason: '' }, async () => {
      await run();
      return { value: null, outcome: allDone };
    });

  return {
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
        return record;
      },
      'webhooks.export': async (request) => exportDeliveries(deliveries.all(), request),
      async 'webhooks.clear'() {
        await traced('webhooks.clear', [], async () => deliveries.clear());
        tell();
        return {};
      },
    },
    async close() {
      await listening.close();
      clearTimeout(telling);
    },
  };
}
