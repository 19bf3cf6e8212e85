import { z } from 'zod';
import { problem } from './field';
import { type Form, type FormField, formValues } from './form';

export const storageKinds = ['s3', 'gcp', 'azure', 'aliOSS'] as const;
export type StorageKind = (typeof storageKinds)[number];

/** S3Upload, GCPUpload, AzureBlobUpload, AliOSSUpload: what is left empty is the worker's own. */
const byKind: Record<StorageKind, readonly FormField[]> = {
  s3: [
    { path: 'storage.s3.bucket', kind: 'text', required: true },
    { path: 'storage.s3.region', kind: 'text' },
    { path: 'storage.s3.endpoint', kind: 'text' },
    { path: 'storage.s3.access_key', kind: 'text', unlogged: true },
    { path: 'storage.s3.secret', kind: 'secret' },
    { path: 'storage.s3.session_token', kind: 'secret', more: true },
    { path: 'storage.s3.assume_role_arn', kind: 'text', more: true },
    { path: 'storage.s3.assume_role_external_id', kind: 'text', unlogged: true, more: true },
    { path: 'storage.s3.force_path_style', kind: 'switch', more: true },
  ],
  gcp: [
    { path: 'storage.gcp.bucket', kind: 'text', required: true },
    { path: 'storage.gcp.credentials', kind: 'secret' },
  ],
  azure: [
    { path: 'storage.azure.container_name', kind: 'text', required: true },
    { path: 'storage.azure.account_name', kind: 'text', required: true },
    { path: 'storage.azure.account_key', kind: 'secret' },
  ],
  aliOSS: [
    { path: 'storage.aliOSS.bucket', kind: 'text', required: true },
    { path: 'storage.aliOSS.region', kind: 'text' },
    { path: 'storage.aliOSS.endpoint', kind: 'text' },
    { path: 'storage.aliOSS.access_key', kind: 'text', unlogged: true },
    { path: 'storage.aliOSS.secret', kind: 'secret' },
  ],
};
const detailsOf = (kind: StorageKind) => byKind[kind].map((field): FormField => ({ ...field, when: ['storage_kind', kind] }));
const details = storageKinds.flatMap(detailsOf);

/** A storage on its own, as the keychain keeps it. */
export const storageForm: Form = {
  id: 'storage',
  fields: [{ path: 'storage_kind', kind: 'choice', choices: storageKinds, local: true }, ...details],
};
/** Within another form: the worker's own, one that is kept, or one typed for this once. */
export const storageFields = (when: NonNullable<FormField['when']>): FormField[] => [
  { path: 'storage_kind', kind: 'choice', choices: ['worker', ...storageKinds], offers: 'storages', local: true, when },
  ...details,
];

/** A storage whose credentials are in the keychain: all that is known of it elsewhere. */
export const keptStorage = z.strictObject({ id: z.uuid(), profileId: z.uuid(), name: z.string(), kind: z.enum(storageKinds) });
export type KeptStorage = z.output<typeof keptStorage>;

/** Throws `keychain-*`, and `invalid-input` with issues by path. */
export const newStorage = z.strictObject({
  profileId: z.uuid(),
  name: z.string().trim().min(1, problem('required')).max(80, problem('too-long')),
  values: formValues,
});
export const storageId = z.strictObject({ profileId: z.uuid(), id: z.uuid() });
