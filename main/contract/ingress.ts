import { z } from 'zod';
import { type Form, formValues } from './form';
import { guard } from './guard';

const inputs = ['RTMP_INPUT', 'WHIP_INPUT', 'URL_INPUT'] as const;

/** CreateIngressRequest */
export const ingressForm: Form = {
  id: 'ingress',
  fields: [
    { path: 'input_type', kind: 'choice', choices: inputs },
    { path: 'url', kind: 'text', required: true, address: true, when: ['input_type', 'URL_INPUT'] },
    { path: 'name', kind: 'text' },
    { path: 'room_name', kind: 'text', required: true, offers: 'rooms' },
    { path: 'participant_identity', kind: 'text', required: true },
    { path: 'participant_name', kind: 'text' },
    { path: 'enabled', kind: 'switch', initial: true, more: true, when: ['input_type', 'RTMP_INPUT', 'WHIP_INPUT'] },
    { path: 'enable_transcoding', kind: 'switch', initial: true, more: true },
    { path: 'participant_metadata', kind: 'long', more: true },
  ],
};
/** UpdateIngressRequest: the server takes an empty text for "as it is", so that nothing can be cleared. */
export const ingressChangeForm: Form = {
  id: 'ingressChange',
  fields: ingressForm.fields.filter(({ path }) => path !== 'input_type' && path !== 'url').map(({ when: _, ...field }) => field),
};

/** `url`: where the stream is sent to, or fetched from. The stream key is asked for on its own (`ingress.key`). */
export const ingress = z.object({
  id: z.string(),
  name: z.string(),
  input: z.enum(inputs),
  url: z.string(),
  hasKey: z.boolean(),
  room: z.string(),
  identity: z.string(),
  enabled: z.boolean(),
  /** It can be changed; one that fetches a URL cannot. */
  reusable: z.boolean(),
  state: z.enum(['inactive', 'buffering', 'publishing', 'error', 'complete']),
  error: z.string(),
  /** Epoch in ms; 0: not yet. */
  startedAt: z.number(),
  /** As it stands in its form. */
  values: formValues,
});
export type Ingress = z.output<typeof ingress>;

/** Throws `no-redis`. */
export const ingressRequest = z.strictObject({ profileId: z.uuid() });
export const ingressList = z.object({ ingresses: z.array(ingress), takenAt: z.number() });
/** Whoever has it can send into the room: it is asked for where it is to be shown or copied, and nowhere else. */
export const ingressKeyRequest = z.strictObject({ profileId: z.uuid(), ingressId: z.string().min(1) });
export const ingressKey = z.object({ streamKey: z.string() });

/** Throws `invalid-input` with issues by path, `no-worker` for a URL that nobody fetches. */
export const newIngress = z.strictObject({ profileId: z.uuid(), values: formValues, ...guard });
export const ingressChange = newIngress.extend({ ingressId: z.string().min(1) });
export const ingressChanged = z.object({ ingress, auditNo: z.int() });
/** Dangerous: who sends is cut off, and the stream key is gone for good. */
export const ingressDeletion = z.strictObject({ profileId: z.uuid(), ingressId: z.string().min(1), ...guard });
/** `already`: it was gone. */
export const ingressDeleted = z.object({ outcome: z.enum(['deleted', 'already']), auditNo: z.int() });
