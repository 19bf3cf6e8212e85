import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import { type Form, type FormValues, valuesOf } from '../contract/form';
import type { CallName } from '../contract/names';
import { Refusal } from '../contract/result';
import { type SipItem, type SipKind, sipForms, sipKinds } from '../contract/sip';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { auditable, checkedRequest } from './request';

/** How the service names each kind, and under which name a message of it goes in. */
const kinds: Record<SipKind, { method: string; idName: 'sip_trunk_id' | 'sip_dispatch_rule_id'; body: string; deletion: string }> = {
  inbound: { method: 'SIPInboundTrunk', idName: 'sip_trunk_id', body: 'trunk', deletion: 'DeleteSIPTrunk' },
  outbound: { method: 'SIPOutboundTrunk', idName: 'sip_trunk_id', body: 'trunk', deletion: 'DeleteSIPTrunk' },
  rule: { method: 'SIPDispatchRule', idName: 'sip_dispatch_rule_id', body: 'dispatch_rule', deletion: 'DeleteSIPDispatchRule' },
};
const json = z.record(z.string(), z.unknown());
type Json = z.output<typeof json>;
const listed = z.object({ items: z.array(json).nullish() });
const participant = z.object({ participant_identity: z.string(), room_name: z.string(), sip_call_id: z.string() });

/** Dialling takes as long as the other side lets it ring. */
const ringSeconds = 60;
const admin = { sip: { admin: true } };

const list = async ({ call }: Clients, kind: SipKind): Promise<Json[]> =>
  listed.parse(await call('SIP', `List${kinds[kind].method}`, {}, admin)).items ?? [];

const at = (message: unknown, path: string) =>
  path.split('.').reduce<unknown>((inner, step) => (inner && typeof inner === 'object' ? Reflect.get(inner, step) : undefined), message);
const ruleKindOf = (message: Json) => Object.keys(json.safeParse(message.rule).data ?? {})[0]?.replace('dispatch_rule_', '');

/**
 * What encrypts a trunk's media stands in two places, of which the server takes the newer one first; in the older one "off" is the
 * zero value and says nothing.
 */
const encryptionOf = (message: Json) =>
  at(message, 'media.encryption') ?? (message.media_encryption === 'SIP_MEDIA_ENCRYPT_DISABLE' ? undefined : message.media_encryption);

/** The server lists passwords in the clear: only that one is set goes on. */
function itemOf(kind: SipKind, message: Json): SipItem {
  const form = sipForms[kind];
  const values = valuesOf(form, { ...message, media: { ...json.safeParse(message.media).data, encryption: encryptionOf(message) } });
  const kept = form.fields.filter((field) => field.kind === 'secret' && at(message, field.path)).map(({ path }) => path);
  const ruleKind = kind === 'rule' ? ruleKindOf(message) : undefined;
  return { kind, id: String(message[kinds[kind].idName]), values: ruleKind ? { ...values, rule_kind: ruleKind } : values, kept };
}

/** What is asked for, over what is there: a change by fields could not empty a list, nor reach every field. */
function merged(current: Json, change: Json): Json {
  const { created_at: _c, updated_at: _u, ...result } = { ...current, ...change };
  const media = json.safeParse(change.media).data;
  if (media) {
    result.media = { ...json.safeParse(current.media).data, ...media };
    // Else what was there before would hold again where nothing is chosen now, and a server that knows only this would miss a choice.
    result.media_encryption = media.encryption ?? undefined;
  }
  if (change.auth_username === '') result.auth_password = '';
  const name = `dispatch_rule_${ruleKindOf(change)}`;
  const [before, after] = [json.safeParse(at(current.rule, name)).data, json.safeParse(at(change.rule, name)).data];
  if (after) result.rule = { [name]: { ...before, ...after } };
  return result;
}

async function save(clients: Clients, kind: SipKind, id: string | null, request: Json): Promise<string> {
  const { method, idName, body } = kinds[kind];
  if (id === null) return String(json.parse(await clients.call('SIP', `Create${method}`, { [body]: request }, admin))[idName]);
  const current = (await list(clients, kind)).find((one) => one[idName] === id);
  if (!current) throw new Refusal('not-found', `there is no such ${kind}`);
  await clients.call('SIP', `Update${method}`, { [idName]: id, replace: merged(current, request) }, admin);
  return id;
}

const plan = (form: Form, values: FormValues) => ({ request: checkedRequest(form, values), details: auditable(form, values) });

/** Telephone: trunks, the rules by which a call finds its room, calls out of a room. */
export const createSip = ({ look, act }: Desk): Pick<Handlers, Extract<CallName, `sip.${string}`>> => ({
  'sip.list': ({ profileId }) =>
    look(profileId, async (clients) => {
      const items = await Promise.all(sipKinds.map(async (kind) => (await list(clients, kind)).map((message) => itemOf(kind, message))));
      return { items: items.flat(), takenAt: Date.now() };
    }),
  async 'sip.save'({ kind, id, values, ...given }) {
    const request = checkedRequest(sipForms[kind], values, id === null ? 'leave' : 'clear');
    const details = { kind, ...auditable(sipForms[kind], values) };
    const what = { action: 'sip.save', room: '', targets: id === null ? [] : [id], details, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      const saved = await save(clients, kind, id, request);
      return { value: saved, outcome: { ...allDone, details: { id: saved } } };
    });
    return { id: value, auditNo };
  },
  async 'sip.delete'({ kind, id, ...given }) {
    const { deletion, idName } = kinds[kind];
    const what = { action: 'sip.delete', room: '', targets: [id], details: { kind }, danger: dangerous } as const;
    const { auditNo } = await act(given, what, async ({ call }) => {
      await call('SIP', deletion, { [idName]: id }, admin);
      return { value: null, outcome: allDone };
    });
    return { auditNo };
  },
  async 'sip.call'({ values, ...given }) {
    const { request, details } = plan(sipForms.call, values);
    const room = String(request.room_name);
    const what = { action: 'sip.call', room, targets: [String(request.sip_call_to)], details, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async ({ call }) => {
      const answer = participant.parse(await call('SIP', 'CreateSIPParticipant', request, { sip: { call: true } }, ringSeconds));
      return { value: answer, outcome: { ...allDone, details: { callId: answer.sip_call_id } } };
    });
    return { identity: value.participant_identity, room: value.room_name, callId: value.sip_call_id, auditNo };
  },
  async 'sip.transfer'({ values, ...given }) {
    const { request, details } = plan(sipForms.transfer, values);
    const room = String(request.room_name);
    const what = { action: 'sip.transfer', room, targets: [String(request.participant_identity)], details, danger: harmless } as const;
    const grants = { sip: { call: true }, video: { roomAdmin: true, room } };
    const { auditNo } = await act(given, what, async ({ call }) => {
      await call('SIP', 'TransferSIPParticipant', request, grants, ringSeconds);
      return { value: null, outcome: allDone };
    });
    return { auditNo };
  },
});
