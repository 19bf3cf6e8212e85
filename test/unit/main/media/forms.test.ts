import {
  CreateIngressRequest,
  CreateSIPParticipantRequest,
  ParticipantEgressRequest,
  RoomCompositeEgressRequest,
  SIPDispatchRuleInfo,
  SIPInboundTrunkInfo,
  SIPOutboundTrunkInfo,
  TrackCompositeEgressRequest,
  TrackEgressRequest,
  TransferSIPParticipantRequest,
  UpdateIngressRequest,
  UpdateLayoutRequest,
  UpdateStreamRequest,
  WebEgressRequest,
} from '@livekit/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { egressForms, egressRequestOf, layoutForm, streamForm } from '../../../../main/contract/egress-forms';
import {
  type Form,
  type FormField,
  type FormValues,
  formProblems,
  initialValues,
  isShown,
  requestOf,
  valuesOf,
} from '../../../../main/contract/form';
import { ingressChangeForm, ingressForm } from '../../../../main/contract/ingress';
import { sipForms } from '../../../../main/contract/sip';
import { storageForm } from '../../../../main/contract/storages';
import { en } from '../../../../renderer/i18n/en';
import { zhCn } from '../../../../renderer/i18n/zh-cn';

type Message = {
  fields: { list(): readonly { name: string }[] };
  fromJson(json: never, options?: { ignoreUnknownFields: boolean }): { toJson(options: { useProtoFieldName: boolean }): unknown };
};
const forms: [Form, Message][] = [
  [ingressForm, CreateIngressRequest],
  [ingressChangeForm, UpdateIngressRequest],
  [sipForms.inbound, SIPInboundTrunkInfo],
  [sipForms.outbound, SIPOutboundTrunkInfo],
  [sipForms.rule, SIPDispatchRuleInfo],
  [sipForms.call, CreateSIPParticipantRequest],
  [sipForms.transfer, TransferSIPParticipantRequest],
  [layoutForm, UpdateLayoutRequest],
  [streamForm, UpdateStreamRequest],
];
const egresses: [Form, Message][] = [
  [egressForms.RoomComposite, RoomCompositeEgressRequest],
  [egressForms.Participant, ParticipantEgressRequest],
  [egressForms.TrackComposite, TrackCompositeEgressRequest],
  [egressForms.Track, TrackEgressRequest],
  [egressForms.Web, WebEgressRequest],
];

const sample = ({ kind, choices = [] }: FormField) => {
  if (kind === 'switch') return true;
  if (kind === 'number' || kind === 'seconds') return '7';
  if (kind === 'choice') return choices.at(-1) ?? '';
  if (kind === 'several') return [...choices];
  return kind === 'pairs' ? 'a = b' : 'x';
};
/** Every way in which the fields that choose can stand, with all that is then shown filled in. */
function fillings(form: Form): FormValues[] {
  const choosing = form.fields.filter(({ kind }) => kind === 'choice');
  const full = Object.fromEntries(form.fields.map((field) => [field.path, sample(field)]));
  return [full, ...choosing.flatMap(({ path, choices = [] }) => choices.map((choice) => ({ ...full, [path]: choice })))];
}

test.each(forms)('every field of $id is one of the protocol’s own', (form, message) => {
  for (const values of fillings(form)) {
    expect(formProblems(form, values)).toEqual([]);
    const request = requestOf(form, values);
    // Throws at a name that the message does not have, and at a value of another kind.
    const back = message.fromJson(JSON.parse(JSON.stringify(request)) as never).toJson({ useProtoFieldName: true });
    const again = valuesOf(form, back);
    for (const field of form.fields)
      if (!field.local && field.kind !== 'secret' && field.kind !== 'choice' && isShown(form, field, values))
        expect([field.path, again[field.path]]).toEqual([field.path, values[field.path]]);
  }
});

test.each(egresses)('every field of the start of $id is one of the protocol’s own, with the storage in each output', (form, message) => {
  for (const values of fillings(form)) {
    expect(formProblems(form, values)).toEqual([]);
    const request = egressRequestOf(form, values);
    const back = message.fromJson(JSON.parse(JSON.stringify(request)) as never).toJson({ useProtoFieldName: true });
    expect(Object.keys(back as object)).toEqual(expect.arrayContaining(Object.keys(request)));
    expect(JSON.stringify(back)).not.toContain('storage');
  }
});

test.each([...forms.map(([form]) => form), ...egresses.map(([form]) => form), storageForm])(
  'every field and choice of $id has words in both languages',
  (form) => {
    for (const { media } of [en, zhCn]) {
      for (const { path, choices = [] } of form.fields) {
        expect(Object.keys(media.fields)).toContain(path.split('.').at(-1));
        for (const choice of choices) expect(Object.keys(media.choices)).toContain(choice);
      }
    }
  },
);

/** What of each message no field of its form is for; a field that a later protocol brings has to be put here, or into the form. */
const older = ['file', 'stream', 'segments'];
const finest = ['advanced', 'webhooks'];
const written = ['created_at', 'updated_at'];
const leftOut: Record<string, string[]> = {
  ingress: ['bypass_transcoding', 'audio', 'video'],
  ingressChange: ['ingress_id', 'bypass_transcoding', 'audio', 'video'],
  inbound: ['sip_trunk_id', 'media_encryption', ...written],
  outbound: ['sip_trunk_id', 'media_encryption', ...written],
  rule: ['sip_dispatch_rule_id', 'media_encryption', ...written],
  call: [
    'trunk',
    'sip_request_uri',
    'sip_to_header',
    'sip_from_header',
    'to_user_override',
    'play_ringtone',
    'media_encryption',
    'destination',
  ],
  transfer: [],
  layout: ['egress_id'],
  stream: ['egress_id'],
  RoomComposite: ['audio_mixing', ...older, ...finest],
  Participant: finest,
  TrackComposite: [...older, ...finest],
  Track: ['webhooks'],
  Web: [...older, ...finest],
};
test.each([...forms, ...egresses])('of the fields of $id, those that the form lacks are known', (form, message) => {
  const asked = new Set(form.fields.map(({ path }) => path.split('.')[0]));
  const lacks = message.fields.list().flatMap(({ name }) => (asked.has(name) ? [] : [name]));
  expect(lacks).toEqual(leftOut[form.id]);
});

const form: Form = {
  id: 'sample',
  fields: [
    { path: 'kind', kind: 'choice', choices: ['a', 'b'], local: true },
    { path: 'only_b', kind: 'text', required: true, when: ['kind', 'b'] },
    { path: 'list.0.deep', kind: 'text' },
    { path: 'wait', kind: 'seconds' },
    { path: 'numbers', kind: 'lines' },
    { path: 'headers', kind: 'pairs' },
    { path: 'secret', kind: 'secret' },
    { path: 'on', kind: 'switch' },
  ],
};

test('what is not shown is neither asked for nor sent', () => {
  const values = { ...initialValues(form), only_b: 'x' };
  expect(formProblems(form, { ...values, only_b: '' })).toEqual([]);
  expect(requestOf(form, values)).toEqual({});
  expect(formProblems(form, { ...values, kind: 'b', only_b: '' })).toEqual([{ path: 'only_b', code: 'required' }]);
  expect(requestOf(form, { ...values, kind: 'b' })).toEqual({ only_b: 'x' });
});

test('agents are a line each, with what they are told behind it, and come back as they went in', () => {
  const values = { ...initialValues(sipForms.rule), 'room_config.agents': 'triage\n notes = {"a": "b=c"} ' };
  const request = requestOf(sipForms.rule, values);
  expect(request.room_config).toEqual({ agents: [{ agent_name: 'triage' }, { agent_name: 'notes', metadata: '{"a": "b=c"}' }] });
  expect(valuesOf(sipForms.rule, request)['room_config.agents']).toBe('triage\nnotes = {"a": "b=c"}');
  const nameless = formProblems(sipForms.rule, { ...values, 'room_config.agents': '= told' });
  expect(nameless).toContainEqual({ path: 'room_config.agents', code: 'not-pairs' });
});

test('dots make messages and lists, lines make lists and maps, seconds a duration', () => {
  const values = { ...initialValues(form), 'list.0.deep': 'd', wait: '30', numbers: ' +1 \n\n+2', headers: 'X-A = 1\nX-B: 2' };
  expect(requestOf(form, values)).toEqual({
    list: [{ deep: 'd' }],
    wait: '30s',
    numbers: ['+1', '+2'],
    headers: { 'X-A': '1', 'X-B': '2' },
  });
});

test('a change clears what was emptied, but never a secret', () => {
  expect(requestOf(form, initialValues(form), 'clear')).toEqual({ list: [{ deep: '' }], wait: null, numbers: [], headers: {}, on: false });
});

test('what is wrong is said at its field', () => {
  const values = { ...initialValues(form), kind: 'c', wait: 'soon', headers: 'no pair' };
  expect(formProblems(form, values)).toEqual([
    { path: 'kind', code: 'not-allowed' },
    { path: 'wait', code: 'not-a-number' },
    { path: 'headers', code: 'not-pairs' },
  ]);
});

test('invented values never break a form, and reach no other object', () => {
  const value = fc.oneof(fc.string(), fc.boolean(), fc.array(fc.string()));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...form.fields.map(({ path }) => path), '__proto__', 'constructor'), value), (values) => {
      formProblems(form, values);
      requestOf(form, values);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});
