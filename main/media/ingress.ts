import { IngressInfo, IngressInput, IngressState_Status as Status } from '@livekit/protocol';
import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import { type FormValue, type FormValues, valuesOf } from '../contract/form';
import { type Ingress, ingressChangeForm, ingressForm } from '../contract/ingress';
import type { CallName } from '../contract/names';
import { Refusal } from '../contract/result';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import type { Clients } from '../livekit/clients';
import { redact } from '../redact';
import { auditable, checkedRequest } from './request';

const inputs: Record<IngressInput, Ingress['input']> = {
  [IngressInput.RTMP_INPUT]: 'RTMP_INPUT',
  [IngressInput.WHIP_INPUT]: 'WHIP_INPUT',
  [IngressInput.URL_INPUT]: 'URL_INPUT',
};
const states: Record<Status, Ingress['state']> = {
  [Status.ENDPOINT_INACTIVE]: 'inactive',
  [Status.ENDPOINT_BUFFERING]: 'buffering',
  [Status.ENDPOINT_PUBLISHING]: 'publishing',
  [Status.ENDPOINT_ERROR]: 'error',
  [Status.ENDPOINT_COMPLETE]: 'complete',
};

const ingressOf = (info: IngressInfo): Ingress => ({
  id: info.ingressId,
  name: info.name,
  input: inputs[info.inputType],
  url: redact(info.url),
  hasKey: info.streamKey !== '',
  room: info.roomName,
  identity: info.participantIdentity,
  enabled: info.enabled ?? true,
  reusable: info.reusable,
  state: states[info.state?.status ?? Status.ENDPOINT_INACTIVE],
  error: redact(info.state?.error ?? ''),
  startedAt: Math.round(Number(info.state?.startedAt ?? 0n) / 1e6),
  values: { ...valuesOf(ingressChangeForm, info.toJson({ useProtoFieldName: true })), enabled: info.enabled ?? true },
});

/** By the protocol's own JSON: the form has its field names. */
const ask = async ({ call }: Clients, method: string, request: object) =>
  IngressInfo.fromJson(z.json().parse(await call('Ingress', method, request, { video: { ingressAdmin: true } })), {
    ignoreUnknownFields: true,
  });

async function found({ ingress }: Clients, ingressId: string): Promise<IngressInfo> {
  const [info] = await ingress.listIngress({ ingressId });
  if (!info) throw new Refusal('not-found', 'there is no such ingress');
  return info;
}

/** The server takes an empty text for "as it is", and says that all went well. */
function refuseCleared(before: FormValues, after: FormValues) {
  const isText = (value: FormValue | undefined) => typeof value === 'string' && value.trim() !== '';
  const cleared = ingressChangeForm.fields.filter(({ path, kind }) => kind !== 'switch' && isText(before[path]) && !isText(after[path]));
  if (cleared.length === 0) return;
  const issues = cleared.map(({ path }) => ({ path, code: 'cannot-clear' }));
  throw new Refusal('invalid-input', 'ingress: what is set cannot be cleared', { issues });
}

/** Streams into rooms: a worker takes them in under a stream key, or fetches them. */
export const createIngress = ({ look, act }: Desk): Pick<Handlers, Extract<CallName, `ingress.${string}`>> => ({
  'ingress.list': ({ profileId }) =>
    look(profileId, async ({ ingress }) => ({ ingresses: (await ingress.listIngress()).map(ingressOf), takenAt: Date.now() })),
  'ingress.key': ({ profileId, ingressId }) =>
    look(profileId, async (clients) => ({ streamKey: (await found(clients, ingressId)).streamKey })),
  async 'ingress.create'({ values, ...given }) {
    const request = checkedRequest(ingressForm, values);
    const room = String(values.room_name);
    const what = { action: 'ingress.create', room, targets: [], details: auditable(ingressForm, values), danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      const made = ingressOf(await ask(clients, 'CreateIngress', { ...request, enable_transcoding: values.enable_transcoding === true }));
      return { value: made, outcome: { ...allDone, details: { id: made.id } } };
    });
    return { ingress: value, auditNo };
  },
  async 'ingress.change'({ ingressId, values, ...given }) {
    const request = checkedRequest(ingressChangeForm, values);
    await look(given.profileId, async (clients) => refuseCleared(ingressOf(await found(clients, ingressId)).values, values));
    const details = auditable(ingressChangeForm, values);
    const what = { action: 'ingress.change', room: String(values.room_name), targets: [ingressId], details, danger: harmless } as const;
    const { value, auditNo } = await act(given, what, async (clients) => {
      const switches = { enabled: values.enabled === true, enable_transcoding: values.enable_transcoding === true };
      const changed = await ask(clients, 'UpdateIngress', { ...request, ...switches, ingress_id: ingressId });
      return { value: ingressOf(changed), outcome: allDone };
    });
    return { ingress: value, auditNo };
  },
  async 'ingress.delete'({ ingressId, ...given }) {
    // An id alone says nothing once it is gone.
    const there = await look(given.profileId, (clients) => found(clients, ingressId)).catch(() => null);
    const [room, details] = [there?.roomName ?? '', { name: there?.name ?? '' }];
    const what = { action: 'ingress.delete', room, targets: [ingressId], details, danger: dangerous } as const;
    const { value, auditNo } = await act(given, what, async ({ ingress }) => {
      const outcome = await deleted(ingress.deleteIngress(ingressId));
      return { value: outcome, outcome: { ...allDone, details: { outcome } } };
    });
    return { outcome: value, auditNo };
  },
});

async function deleted(deletion: Promise<unknown>): Promise<'deleted' | 'already'> {
  try {
    await deletion;
    return 'deleted';
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return 'already';
    throw error;
  }
}
