import { zodResolver } from '@hookform/resolvers/zod';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type NewProfile, newProfile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { useFieldError } from '../ui/use-field-error';

export function Welcome() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const {
    register,
    handleSubmit,
    resetField,
    formState: { errors },
  } = useForm({ resolver: zodResolver(newProfile), mode: 'onTouched' });
  const save = useMutation({
    mutationFn: (profile: NewProfile) => unwrap(api['profiles.create'](profile)),
    gcTime: 0, // its variables hold the secret
  });
  const submit = handleSubmit((profile) => save.mutate(profile, { onSuccess: () => resetField('apiSecret') }));
  return (
    <main className="welcome">
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t('profiles.connect')}>
        <h1>{t('profiles.connect')}</h1>
        <TextInput label={t('profiles.serverUrl')} error={fieldError(errors.serverUrl)} {...register('serverUrl')} />
        <TextInput label={t('profiles.apiKey')} error={fieldError(errors.apiKey)} {...register('apiKey')} />
        <PasswordInput
          label={t('profiles.apiSecret')}
          error={fieldError(errors.apiSecret)}
          autoComplete="off"
          spellCheck={false}
          {...register('apiSecret')}
        />
        <TextInput label={t('profiles.name')} error={fieldError(errors.name)} {...register('name')} />
        <Problem error={save.error} />
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('profiles.save')}
        </Button>
      </form>
    </main>
  );
}
