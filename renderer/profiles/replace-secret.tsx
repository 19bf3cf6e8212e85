import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { newSecret, type Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { KeepForSession, useKeepChoice } from './keep-choice';
import { showIssues } from './show-issues';

type Props = { profile: Profile; onClose: () => void };

export function ReplaceSecret({ profile, onClose }: Props) {
  const { t } = useTranslation();
  const title = t('profiles.secret.title', { name: profile.name });
  return (
    <Modal opened onClose={onClose} size={460} transitionProps={{ duration: 0 }} attributes={{ content: { 'aria-label': title } }}>
      <SecretForm profile={profile} title={title} onClose={onClose} />
    </Modal>
  );
}

/** A new secret of the same key, or a new pair: then the key changes in the same step as its secret. */
function SecretForm({ profile, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const choice = useKeepChoice();
  const [isPair, setPair] = useState(false);
  const { id, apiKey } = profile;
  const form = useForm({
    resolver: zodResolver(newSecret.pick({ apiKey: true, apiSecret: true })),
    mode: 'onTouched',
    defaultValues: { apiKey, apiSecret: '' },
  });
  const { errors } = form.formState;
  // Without variables: the query client would keep the secret with them.
  const store = useMutation({
    mutationFn: () => unwrap(api['profiles.setSecret']({ id, ...form.getValues(), keep: choice.keep })),
    gcTime: 0,
    onSuccess: () => {
      form.reset();
      onClose();
    },
    onError: (error) => showIssues(error, form),
  });
  const submit = form.handleSubmit(() => store.mutate());
  const choose = (what: string) => {
    setPair(what === 'pair');
    form.setValue('apiKey', what === 'pair' ? '' : apiKey);
  };
  return (
    <form
      className="dialog"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <h2>{title}</h2>
      <p>{t(isPair ? 'profiles.secret.rotateHint' : 'profiles.secret.hint')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('profiles.secret.what')}
        value={isPair ? 'pair' : 'secret'}
        onChange={choose}
        data={[
          { value: 'secret', label: t('profiles.secret.sameKey') },
          { value: 'pair', label: t('profiles.secret.newKey') },
        ]}
      />
      {isPair && (
        <TextInput
          label={t('profiles.secret.newApiKey')}
          error={fieldError(errors.apiKey)}
          classNames={{ input: 'rk-input mono' }}
          autoComplete="off"
          spellCheck={false}
          {...form.register('apiKey')}
        />
      )}
      <SecretField
        label={t('profiles.secret.newSecret')}
        error={fieldError(errors.apiSecret)}
        data-autofocus
        {...form.register('apiSecret')}
      />
      <KeepForSession choice={choice} withFix />
      <Problem error={store.error} />
      <footer>
        <span>
          <Keys of="Esc" />
        </span>
        <Button onClick={onClose}>{t('profiles.secret.cancel')}</Button>
        <Button type="submit" variant="filled" loading={store.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t(choice.keep === 'session' ? 'profiles.secret.saveForSession' : 'profiles.secret.save')}
        </Button>
      </footer>
    </form>
  );
}
