import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import { layoutForm, streamForm } from '../contract/egress-forms';
import type { CallName } from '../contract/names';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import type { Storages } from '../profiles/storages';
import { egressOf } from './egress-shape';
import { createEgressStart, infoOf, recorder } from './egress-start';
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

/** The room of an egress, for the log, where an id alone says nothing once it is gone; empty where it is unknown. */
const roomOf = ({ look }: Desk, profileId: string, egressId: string): Promise<string> =>
  look(profileId, ({ egress }) => egress.listEgress({ egressId })).then(
    ([info]) => info?.roomName ?? '',
    () => '',
  );

/** Recordings and streams out of rooms. A worker does the work; the server keeps the list, in Redis. */
export const createEgress = (
  desk: Desk,
  storages: Storages,
  startSeconds?: number,
): Pick<Handlers, Extract<CallName, `egress.${string}`>> => ({
  ...createEgressStart(desk, storages, startSeconds),
  'egress.list': ({ profileId, active }) =>
    desk.look(profileId, async ({ egress }) => ({ egresses: (await egress.listEgress({ active })).map(egressOf), takenAt: Date.now() })),
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
  async 'egress.stop'({ egressId, ...given }) {
    const room = await roomOf(desk, given.profileId, egressId);
    const what = { action: 'egress.stop', room, targets: [egressId], danger: dangerous } as const;
    const { value, auditNo } = await desk.act(given, what, async ({ egress }) => {
      const stopped = egressOf(await egress.stopEgress(egressId));
      return { value: stopped, outcome: { ...allDone, details: { state: stopped.state } } };
    });
    return { egress: value, auditNo };
  },
});
