import { z } from 'zod';
import { type Form, type FormField, type FormValues, formValues, notSet } from './form';
import { guard } from './guard';

const encryption: FormField = {
  path: 'media.encryption',
  kind: 'choice',
  choices: [notSet, 'SIP_MEDIA_ENCRYPT_DISABLE', 'SIP_MEDIA_ENCRYPT_ALLOW', 'SIP_MEDIA_ENCRYPT_REQUIRE'],
  more: true,
};
const includeHeaders: FormField = {
  path: 'include_headers',
  kind: 'choice',
  choices: ['SIP_NO_HEADERS', 'SIP_X_HEADERS', 'SIP_ALL_HEADERS'],
  more: true,
};
const signsIn: FormField[] = [
  { path: 'auth_username', kind: 'text' },
  { path: 'auth_password', kind: 'secret' },
];
const trunkMore: FormField[] = [
  { path: 'headers', kind: 'pairs', unlogged: true, more: true },
  { path: 'headers_to_attributes', kind: 'pairs', more: true },
  { path: 'attributes_to_headers', kind: 'pairs', more: true },
  includeHeaders,
  encryption,
  { path: 'metadata', kind: 'long', more: true },
];
/** SIPInboundTrunkInfo: the server wants numbers, callers' addresses or a password, so that not everyone can call in. */
const inbound: Form = {
  id: 'inbound',
  fields: [
    { path: 'name', kind: 'text', required: true },
    { path: 'numbers', kind: 'lines', each: 'number' },
    { path: 'allowed_addresses', kind: 'lines', each: 'address' },
    ...signsIn,
    { path: 'auth_realm', kind: 'text', more: true },
    { path: 'allowed_numbers', kind: 'lines', each: 'number', more: true },
    { path: 'krisp_enabled', kind: 'switch', more: true },
    { path: 'ringing_timeout', kind: 'seconds', more: true },
    { path: 'max_call_duration', kind: 'seconds', more: true },
    ...trunkMore,
  ],
};
/** SIPOutboundTrunkInfo */
const outbound: Form = {
  id: 'outbound',
  fields: [
    { path: 'name', kind: 'text', required: true },
    { path: 'address', kind: 'text', required: true },
    {
      path: 'transport',
      kind: 'choice',
      choices: ['SIP_TRANSPORT_AUTO', 'SIP_TRANSPORT_UDP', 'SIP_TRANSPORT_TCP', 'SIP_TRANSPORT_TLS'],
    },
    { path: 'numbers', kind: 'lines', each: 'number', required: true },
    ...signsIn,
    { path: 'destination_country', kind: 'text', more: true },
    { path: 'from_host', kind: 'text', more: true },
    ...trunkMore,
  ],
};
export const ruleKinds = ['direct', 'individual', 'callee'] as const;
/** SIPDispatchRuleInfo */
const rule: Form = {
  id: 'rule',
  fields: [
    { path: 'name', kind: 'text', required: true },
    { path: 'rule_kind', kind: 'choice', choices: ruleKinds, local: true },
    { path: 'rule.dispatch_rule_direct.room_name', kind: 'text', required: true, offers: 'rooms', when: ['rule_kind', 'direct'] },
    { path: 'rule.dispatch_rule_direct.pin', kind: 'secret', when: ['rule_kind', 'direct'] },
    { path: 'rule.dispatch_rule_individual.room_prefix', kind: 'text', required: true, when: ['rule_kind', 'individual'] },
    { path: 'rule.dispatch_rule_individual.pin', kind: 'secret', when: ['rule_kind', 'individual'] },
    { path: 'rule.dispatch_rule_callee.room_prefix', kind: 'text', when: ['rule_kind', 'callee'] },
    { path: 'rule.dispatch_rule_callee.pin', kind: 'secret', when: ['rule_kind', 'callee'] },
    { path: 'rule.dispatch_rule_callee.randomize', kind: 'switch', when: ['rule_kind', 'callee'] },
    { path: 'trunk_ids', kind: 'lines', offers: 'inbound' },
    { path: 'room_config.agents', kind: 'agents' },
    { path: 'inbound_numbers', kind: 'lines', each: 'number', more: true },
    { path: 'numbers', kind: 'lines', each: 'number', more: true },
    { path: 'krisp_enabled', kind: 'switch', more: true },
    encryption,
    { path: 'hide_phone_number', kind: 'switch', more: true },
    { path: 'attributes', kind: 'pairs', more: true },
    { path: 'room_preset', kind: 'text', more: true },
    { path: 'metadata', kind: 'long', more: true },
  ],
};
/** CreateSIPParticipantRequest */
const call: Form = {
  id: 'call',
  fields: [
    { path: 'sip_trunk_id', kind: 'text', required: true, offers: 'outbound' },
    { path: 'sip_call_to', kind: 'text', required: true },
    { path: 'room_name', kind: 'text', required: true, offers: 'rooms' },
    { path: 'participant_identity', kind: 'text' },
    { path: 'participant_name', kind: 'text' },
    { path: 'wait_until_answered', kind: 'switch' },
    { path: 'play_dialtone', kind: 'switch' },
    { path: 'sip_number', kind: 'text', more: true },
    { path: 'display_name', kind: 'text', more: true },
    { path: 'dtmf', kind: 'text', unlogged: true, more: true },
    { path: 'hide_phone_number', kind: 'switch', more: true },
    { path: 'krisp_enabled', kind: 'switch', more: true },
    { path: 'ringing_timeout', kind: 'seconds', more: true },
    { path: 'max_call_duration', kind: 'seconds', more: true },
    { path: 'headers', kind: 'pairs', unlogged: true, more: true },
    includeHeaders,
    encryption,
    { path: 'participant_attributes', kind: 'pairs', more: true },
    { path: 'participant_metadata', kind: 'long', more: true },
  ],
};
/** TransferSIPParticipantRequest */
const transfer: Form = {
  id: 'transfer',
  fields: [
    { path: 'room_name', kind: 'text', required: true, offers: 'rooms' },
    { path: 'participant_identity', kind: 'text', required: true },
    { path: 'transfer_to', kind: 'text', required: true },
    { path: 'play_dialtone', kind: 'switch' },
    { path: 'ringing_timeout', kind: 'seconds', more: true },
    { path: 'headers', kind: 'pairs', unlogged: true, more: true },
  ],
};
export const sipForms = { inbound, outbound, rule, call, transfer };

export const sipKinds = ['inbound', 'outbound', 'rule'] as const;
export type SipKind = (typeof sipKinds)[number];
const sipKind = z.enum(sipKinds);

/** A trunk or rule, as it stands in its form. `kept`: the paths of the secrets that are set; they themselves never cross. */
export const sipItem = z.object({ kind: sipKind, id: z.string(), values: formValues, kept: z.array(z.string()) });
export type SipItem = z.output<typeof sipItem>;

/** Throws `no-redis`. */
export const sipRequest = z.strictObject({ profileId: z.uuid() });
export const sipList = z.object({ items: z.array(sipItem), takenAt: z.number() });

/**
 * `id` null: a new one. A secret left empty stays as it is, unless `removed` names its path. `before`: what the form began with, where
 * somebody else may have changed it since. Throws `invalid-input` with issues by path, `conflict`, `not-found`.
 */
export const sipChange = z.strictObject({
  profileId: z.uuid(),
  kind: sipKind,
  id: z.string().min(1).nullable(),
  values: formValues,
  removed: z.array(z.string()).max(10).default([]),
  before: formValues.nullable().default(null),
  ...guard,
});
export const sipChanged = z.object({ item: sipItem, auditNo: z.int() });
/** Dangerous. The server answers the deletion of a trunk that is gone as it answers any other. */
export const sipDeletion = z.strictObject({ profileId: z.uuid(), kind: sipKind, id: z.string().min(1), ...guard });
export const sipDeleted = z.object({ auditNo: z.int() });

/**
 * For how long the server waits for the other side, in seconds: of a call its own 30, or 80 where it is to be answered; of a transfer
 * what is asked for, else 30.
 */
export const answerSeconds = (what: 'call' | 'transfer', { wait_until_answered: waits, ringing_timeout: rings }: FormValues): number =>
  what === 'call' ? (waits === true ? 80 : 30) : Math.min(Number(rings) || 30, 600);

/** `no-worker`: nobody dials. After a `timeout` it may go on all the same. With `wait_until_answered` the answer comes when the call is taken, or not. */
export const sipCall = z.strictObject({ profileId: z.uuid(), values: formValues, ...guard });
export const sipCalled = z.object({ identity: z.string(), room: z.string(), callId: z.string(), auditNo: z.int() });
/** Dangerous: who is transferred leaves the room for good. */
export const sipTransferred = z.object({ auditNo: z.int() });
