import type { EgressInfo } from 'livekit-server-sdk';
import { z } from 'zod';
import type { Egress } from '../contract/egress';
import { egressForms, egressMethods } from '../contract/egress-forms';
import { type Form, type FormValues, valuesOf } from '../contract/form';
import { storageKinds } from '../contract/storages';

const message = z.record(z.string(), z.unknown());
const firstOf = (output: unknown) => message.safeParse(Array.isArray(output) ? output[0] : output).data;
const outputNames = { file: 'file_outputs', segments: 'segment_outputs', images: 'image_outputs', stream: 'stream_outputs' };

/** How the form begins that asks for the same once more. What may hold a key or a secret is typed again. */
export function againOf({ request }: Pick<EgressInfo, 'request'>): Egress['again'] {
  const method = egressMethods.find((one) => nameOf(one) === request.case);
  if (!method || request.case === undefined) return null;
  const form: Form = egressForms[method];
  const json = message.parse(request.value.toJson({ useProtoFieldName: true }));
  const [outputs, storage] = outputsOf(json);
  const chosen = {
    storage_kind: storageKinds.find((kind) => storage[kind] !== undefined) ?? 'worker',
    ...(method === 'Track' ? { output_kind: json.websocket_url ? 'websocket' : 'file' } : { outputs }),
  };
  const values: FormValues = { ...valuesOf(form, { ...json, storage }), ...chosen };
  const open = form.fields.filter(({ kind, unlogged, address }) => kind !== 'secret' && !unlogged && !address);
  return { method, values: Object.fromEntries(open.flatMap(({ path }) => (values[path] === undefined ? [] : [[path, values[path]]]))) };
}

/** By its name in a message: `RoomComposite` is `roomComposite`. */
export const nameOf = (method: string): string => `${method.charAt(0).toLowerCase()}${method.slice(1)}`;

/** Which kinds of output there are, and the first that goes into a storage. */
function outputsOf(json: Record<string, unknown>): [kinds: string[], storage: Record<string, unknown>] {
  const there = Object.entries(outputNames).filter(([, name]) => json[name] !== undefined);
  const first = [...there.map(([, name]) => json[name]), json.file].map(firstOf);
  return [there.map(([kind]) => kind), first.find((one) => one && storageKinds.some((kind) => one[kind] !== undefined)) ?? {}];
}
