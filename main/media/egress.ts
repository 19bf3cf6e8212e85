import { z } from 'zod';
import type { Emit, Handlers } from '../application';
import { allDone } from '../audit/audit';
import { isRunning } from '../contract/egress';
import { layoutForm, streamForm } from '../contract/egress-forms';
import type { CallName } from '../contract/names';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import type { Storages } from '../profiles/storages';
import type { SettingsStore } from '../settings/settings';
import { egressOf } from './egress-shape';
import { createEgressStart, infoOf, recorder } from './egress-start';
import { createEgressStop, roomOf } from './egress-stop';
import { maskStreamUrl } from './mask-address';
import { checkedRequest } from './request';

const streams = z.object({ add_output_urls: z.array(z.string()).default([]), remove_output_urls: z.array(z.string()).default([]) });

/** Our list shows addresses without their keys: one that stands for a single address of this egress is taken for it. */
async function wholeAddresses({ egress }: Clients, egressId: string, given: string[]): Promise<string[]> {
  const [info] = await egress.listEgress({ egressId });
  const known = info?.streamResults.map(({ url }) => url) ?? [];
  return given.map((one) => {
    const meant = known.includes(one) ? [one] : known.filter((url) => maskStreamUrl(url) === one);
    if (meant.length > 1)
      throw new Refusal('invalid-input', 'several addresses are shown alike', {
        issues: [{ path: 'remove_output_urls', code: 'not-allowed' }],
      });
    return meant[0] ?? one;
  });
}

type Parts = { desk: Desk; storages: Storages; settings: SettingsStore; emit: Emit };

/** Recordings and streams out of rooms. A worker does the work; the server keeps the list, in Redis; of the times to stop, this console. */
export function createEgress(
  { desk, storages, ...parts }: Parts,
  startSeconds?: number,
): { handlers: Pick<Handlers, Extract<CallName, `egress.${string}`>>; close: () => void } {
  const { handlers, timers } = createEgressStop({ desk, ...parts });
  return {
    close: timers.close,
    handlers: {
      ...createEgressStart({ desk, storages, timers }, startSeconds),
      ...handlers,
      async 'egress.list'({ profileId, active }) {
        const egresses = (await desk.look(profileId, ({ egress }) => egress.listEgress({ active }))).map(egressOf);
        for (const { id, state } of egresses) if (!isRunning({ state })) timers.remove({ profileId, egressId: id });
        return { egresses: egresses.map((one) => ({ ...one, timer: timers.of({ profileId, egressId: one.id }) })), takenAt: Date.now() };
      },
      async 'egress.updateLayout'({ egressId, values, ...given }) {
        const request = checkedRequest(layoutForm, values);
        const room = await roomOf(desk, given.profileId, egressId);
        const what = { action: 'egress.updateLayout', room, targets: [egressId], details: request, danger: harmless } as const;
        const { value, auditNo } = await desk.act(given, what, async ({ call }) => {
          const changed = infoOf(await call('Egress', 'UpdateLayout', { ...request, egress_id: egressId }, recorder));
          return { value: changed, outcome: allDone };
        });
        return { egress: value, auditNo };
      },
      async 'egress.updateStream'({ egressId, values, ...given }) {
        const { add_output_urls, remove_output_urls } = streams.parse(checkedRequest(streamForm, values));
        const details = { added: add_output_urls.map(maskStreamUrl), removed: remove_output_urls.map(maskStreamUrl) };
        const room = await roomOf(desk, given.profileId, egressId);
        const what = { action: 'egress.updateStream', room, targets: [egressId], details, danger: harmless } as const;
        const { value, auditNo } = await desk.act(given, what, async (clients) => {
          const removed = await wholeAddresses(clients, egressId, remove_output_urls);
          const request = { egress_id: egressId, add_output_urls, remove_output_urls: removed };
          const changed = infoOf(await clients.call('Egress', 'UpdateStream', request, recorder));
          return { value: changed, outcome: allDone };
        });
        return { egress: value, auditNo };
      },
    },
  };
}
