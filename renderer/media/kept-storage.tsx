import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formProblems } from '../../main/contract/form';
import { type KeptStorage, storageForm } from '../../main/contract/storages';
import { api, CallError, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Kept } from '../ui/kept';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { useFieldError } from '../ui/use-field-error';
import type { RequestFormState } from './use-request-form';

/** The last field of a storage that is typed; undefined: none is. */
export const lastStoragePath = (kind: string): string | undefined =>
  storageForm.fields.findLast(({ path, more }) => path.startsWith(`storage.${kind}.`) && !more)?.path;

/** Puts what was typed of a storage into the keychain, under a name; from then on the name is all that is here. */
export function KeepStorage({ form, onKept }: { form: RequestFormState; onKept: (id: string) => void }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () => unwrap(api['storages.keep']({ profileId, name, values: form.typed() })),
    gcTime: 0,
    onError: (error) => form.show(error),
    async onSuccess(storage) {
      form.forgetSecrets();
      await client.invalidateQueries({ queryKey: ['storages.list'] });
      toast(t('media.storages.isKept', { name: safeString(storage.name, 60) }));
      onKept(storage.id);
    },
  });
  const issue = keep.error instanceof CallError ? keep.error.issues.find(({ path }) => path === 'name') : undefined;
  const run = () => {
    const problems = formProblems(storageForm, form.typed());
    if (problems.length > 0) form.mark(problems);
    else keep.mutate();
  };
  return (
    <div className="wide keyed">
      <TextInput
        label={t('media.storages.keepAs')}
        description={t('media.storages.keepWhy')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={80}
        value={name}
        error={issue && fieldError({ message: issue.code })}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (name.trim() !== '') run();
        }}
      />
      <Button loading={keep.isPending} disabled={name.trim() === ''} onClick={run}>
        {t('media.storages.keep')}
      </Button>
      {!issue && <Problem error={keep.error} />}
    </div>
  );
}

/** A storage of the keychain: where it is, and the way to take it out. */
export function KeptStorageRow({ storage, onRemoved }: { storage: KeptStorage; onRemoved: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const { id, profileId, kind } = storage;
  const name = safeString(storage.name, 60);
  const remove = useMutation({
    mutationFn: () => unwrap(api['storages.remove']({ profileId, id })),
    async onSuccess() {
      onRemoved();
      await client.invalidateQueries({ queryKey: ['storages.list'] });
      toast(t('media.storages.isRemoved', { name }));
    },
  });
  return (
    <div className="wide">
      <Kept
        label={t('media.storages.credentials')}
        where={t('media.storages.where', { kind: t(`media.choices.${kind}`) })}
        action={t('media.storages.remove')}
        onAction={() => setAsks(true)}
      />
      {asks && (
        <ConfirmDialog
          question={t('media.storages.question', { name })}
          what={t('media.storages.removeWhat')}
          consequences={[t('media.storages.running')]}
          verb={t('media.storages.verb')}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  );
}
