import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { CallName } from '../contract/names';
import { sipForms, sipKinds } from '../contract/sip';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import { auditable, checkedRequest } from './request';
import { createSipCalls } from './sip-calls';
import { admin, itemsOf, kinds, save } from './sip-items';

/** Telephone: trunks, the rules by which a call finds its room, calls out of a room. */
export const createSip = (desk: Desk): Pick<Handlers, Extract<CallName, `sip.${string}`>> => ({
  ...createSipCalls(desk),
  'sip.list': ({ profileId }) =>
    desk.look(profileId, async (clients) => {
      const items = await Promise.all(sipKinds.map((kind) => itemsOf(clients, kind)));
      return { items: items.flat(), takenAt: Date.now() };
    }),
  async 'sip.save'({ kind, id, values, removed, before, ...given }) {
    const request = checkedRequest(sipForms[kind], values, id === null ? 'leave' : 'clear', removed);
    const details = { kind, ...auditable(sipForms[kind], values), ...(removed.length > 0 && { removed }) };
    const what = { action: 'sip.save', room: '', targets: id === null ? [] : [id], details, danger: harmless } as const;
    const { value, auditNo } = await desk.act(given, what, async (clients) => {
      const saved = await save(clients, { kind, id, before }, request);
      return { value: saved, outcome: { ...allDone, details: { id: saved.id } } };
    });
    return { item: value, auditNo };
  },
  async 'sip.delete'({ kind, id, ...given }) {
    const { deletion, idName } = kinds[kind];
    // An id alone says nothing once it is gone.
    const name = await desk
      .look(given.profileId, (clients) => itemsOf(clients, kind))
      .then((items) => items.find((one) => one.id === id)?.values.name ?? '')
      .catch(() => '');
    const what = { action: 'sip.delete', room: '', targets: [id], details: { kind, name }, danger: dangerous } as const;
    const { auditNo } = await desk.act(given, what, async ({ call }) => {
      await call('SIP', deletion, { [idName]: id }, admin);
      return { value: null, outcome: allDone };
    });
    return { auditNo };
  },
});
