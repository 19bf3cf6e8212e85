import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type FormValues, inOneLine, valuesOf } from '../contract/form';
import { Refusal } from '../contract/result';
import { type SipItem, type SipKind, sipForms } from '../contract/sip';
import type { Clients } from '../livekit/clients';

/** How the service names each kind, and under which name a message of it goes in. */
export const kinds: Record<SipKind, { method: string; idName: 'sip_trunk_id' | 'sip_dispatch_rule_id'; body: string; deletion: string }> = {
  inbound: { method: 'SIPInboundTrunk', idName: 'sip_trunk_id', body: 'trunk', deletion: 'DeleteSIPTrunk' },
  outbound: { method: 'SIPOutboundTrunk', idName: 'sip_trunk_id', body: 'trunk', deletion: 'DeleteSIPTrunk' },
  rule: { method: 'SIPDispatchRule', idName: 'sip_dispatch_rule_id', body: 'dispatch_rule', deletion: 'DeleteSIPDispatchRule' },
};
const json = z.record(z.string(), z.unknown());
type Json = z.output<typeof json>;
const listed = z.object({ items: z.array(json).nullish() });
export const admin = { sip: { admin: true } };

const list = async ({ call }: Clients, kind: SipKind): Promise<Json[]> =>
  listed.parse(await call('SIP', `List${kinds[kind].method}`, {}, admin)).items ?? [];
export const itemsOf = async (clients: Clients, kind: SipKind): Promise<SipItem[]> =>
  (await list(clients, kind)).map((message) => itemOf(kind, message));

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

const agents = z.object({ agents: z.array(json).default([]) }).catch({ agents: [] });
/** The agents that are asked for, each with what the form does not show of it, in what else the room is given. */
function roomConfigOf(current: Json, change: Json): Json | undefined {
  const [there, asked] = [agents.parse(current.room_config).agents, agents.parse(change.room_config).agents];
  if (asked.length === 0 && current.room_config === undefined) return undefined;
  const whole = (agent: Json) => {
    const known = there.find(({ agent_name: name }) => name === agent.agent_name) ?? {};
    const isAsBefore = inOneLine(String(known.metadata ?? '')) === (agent.metadata ?? '');
    return { ...known, ...agent, metadata: isAsBefore ? known.metadata : agent.metadata };
  };
  return { ...json.safeParse(current.room_config).data, agents: asked.map(whole) };
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
  result.room_config = roomConfigOf(current, change);
  if (change.auth_username === '') result.auth_password = '';
  const name = `dispatch_rule_${ruleKindOf(change)}`;
  const [before, after] = [json.safeParse(at(current.rule, name)).data, json.safeParse(at(change.rule, name)).data];
  if (after) result.rule = { [name]: { ...before, ...after } };
  return result;
}

/** What a save is of. `before`: what its form began with; null: whatever is there now is overwritten. */
type Save = { kind: SipKind; id: string | null; before: FormValues | null };

/** Throws `not-found` where it is gone, `conflict` where it was changed since. Gives it as the server has it then. */
export async function save(clients: Clients, { kind, id, before }: Save, request: Json): Promise<SipItem> {
  const { method, idName, body } = kinds[kind];
  if (id === null) return itemOf(kind, json.parse(await clients.call('SIP', `Create${method}`, { [body]: request }, admin)));
  const current = (await list(clients, kind)).find((one) => one[idName] === id);
  if (!current) throw new Refusal('not-found', `there is no such ${kind}`);
  if (before && !isDeepStrictEqual(itemOf(kind, current).values, before))
    throw new Refusal('conflict', `the ${kind} was changed since its form began`);
  return itemOf(kind, json.parse(await clients.call('SIP', `Update${method}`, { [idName]: id, replace: merged(current, request) }, admin)));
}
