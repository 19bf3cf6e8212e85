import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { Screen } from '../ui/screen';

export function Tokens() {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const { register, handleSubmit } = useForm({ defaultValues: { identity: '', room: '' } });
  const issue = useMutation({
    mutationFn: ({ identity, room }: { identity: string; room: string }) =>
      unwrap(
        api['tokens.issue']({
          profileId: profile.id,
          identity,
          room,
          grants: { roomJoin: true, canPublish: true, canSubscribe: true, canPublishData: true },
          ttlSeconds: 3600,
        }),
      ),
  });
  const submit = handleSubmit((values) => issue.mutate(values));
  return (
    <Screen title={t('sections.tokens')}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput label={t('tokens.identity')} {...register('identity')} />
        <TextInput label={t('tokens.room')} {...register('room')} />
        <Problem error={issue.error} />
        <Button type="submit" variant="filled" loading={issue.isPending}>
          {t('tokens.issue')}
        </Button>
        {issue.data && (
          <>
            <TextInput readOnly label={t('tokens.token')} value={issue.data.jwt} />
            <TextInput readOnly label={t('tokens.joinLink')} value={issue.data.joinLink?.url ?? ''} />
          </>
        )}
      </form>
    </Screen>
  );
}
