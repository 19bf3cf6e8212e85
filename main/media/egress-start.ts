import { EgressInfo } from 'livekit-server-sdk';
import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { Input } from '../contract';
import type { Egress } from '../contract/egress';
import { egressForms, egressRequestOf } from '../contract/egress-forms';
import type { FormValues } from '../contract/form';
import { Refusal } from '../contract/result';
import { storageKinds } from '../contract/storages';
import type { Desk } from '../desk/desk';
import { harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import type { Storages } from '../profiles/storages';
import { egressOf } from './egress-shape';
import { auditable, checkedRequest } from './request';

/** The server gives up after 21 to 24 s where no worker answers: we wait for its own words. */
const startSeconds = 30;
export const recorder = { video: { roomRecord: true } };
export const infoOf = (answer: unknown): Egress => egressOf(EgressInfo.fromJson(z.json().parse(answer), { ignoreUnknownFields: true }));

/** A page's address without what follows its path, which may be a token. */
const pageOf = (url: string) => (URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : '');

/** The id of a kept storage, or null: the worker's own, one that is typed, none at all. */
const keptIdOf = ({ storage_kind: chosen = 'worker' }: FormValues): string | null =>
  ['worker', ...storageKinds].some((one) => one === chosen) ? null : String(chosen);

/** Starts recordings and streams: the one act of the console that asks a worker and can be cancelled meanwhile. */
export function createEgressStart({ act }: Desk, storages: Storages): Pick<Handlers, 'egress.start' | 'egress.cancelStart'> {
  const starts = new Map<string, AbortController>();

  async function start(clients: Clients, { profileId, method, values, startId }: Input<'egress.start'>): Promise<Egress> {
    const form = egressForms[method];
    const controller = new AbortController();
    starts.set(startId, controller);
    try {
      const keptId = keptIdOf(values);
      const whole = keptId === null ? values : { ...values, ...(await storages.read(profileId, keptId)) };
      // Without Redis the list says so at once; the start itself says so after 24 s, and in the words of a missing worker.
      await clients.egress.listEgress({ active: true });
      const request = egressRequestOf(form, whole);
      return infoOf(await clients.call('Egress', `Start${method}Egress`, request, recorder, startSeconds, controller.signal));
    } catch (error) {
      if (controller.signal.aborted) throw new Refusal('cancelled', 'the start of an egress was cancelled');
      throw error;
    } finally {
      starts.delete(startId);
    }
  }

  return {
    async 'egress.start'(input) {
      const { method, values, ...given } = input;
      checkedRequest(egressForms[method], values);
      const room = method === 'Web' ? '' : String(values.room_name).trim();
      const keptId = keptIdOf(values);
      const storage = keptId !== null && { storage: storages.get(given.profileId, keptId).name };
      const details = { method, ...auditable(egressForms[method], values), ...storage };
      const targets = [room || pageOf(String(values.url))].filter(Boolean);
      const { value, auditNo } = await act(given, { action: 'egress.start', room, targets, details, danger: harmless }, async (clients) => {
        const started = await start(clients, input);
        return { value: started, outcome: { ...allDone, details: { id: started.id, state: started.state } } };
      });
      return { egress: value, auditNo };
    },
    async 'egress.cancelStart'({ startId }) {
      starts.get(startId)?.abort();
      return {};
    },
  };
}
