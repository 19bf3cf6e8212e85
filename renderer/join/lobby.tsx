import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { problem } from '../../main/contract/field';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { Screen } from '../ui/screen';
import { useFieldError } from '../ui/use-field-error';
import { issueFor, newQaIdentity } from './issue-for';
import { offeredSending } from './local-media';
import type { useJoin } from './use-join';

const form = z.object({
  room: z.string().trim().min(1, problem('required')).max(256, problem('too-long')),
  identity: z.string().trim().max(256, problem('too-long')),
});

export function Lobby({ begin }: { begin: ReturnType<typeof useJoin>['begin'] }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const fieldError = useFieldError();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    mode: 'onTouched',
    defaultValues: { room: '', identity: newQaIdentity() },
  });
  const { errors } = formState;
  const submit = handleSubmit(({ room, identity }) =>
    begin.mutate(async () => {
      const token = await issueFor(profile, room, identity || newQaIdentity());
      return { url: profile.serverUrl, token, sending: await offeredSending() };
    }),
  );
  useHotkeys({ 'Mod ↵': () => void submit() });
  return (
    <Screen title={t('sections.join')}>
      <form className="pane" noValidate aria-label={t('join.title')} onSubmit={(event) => void submit(event)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className="scroll form" tabIndex={0} aria-label={t('join.title')}>
          <div className="two">
            <TextInput label={t('join.room')} error={fieldError(errors.room)} autoComplete="off" spellCheck={false} {...register('room')} />
            <TextInput
              label={t('join.identity')}
              error={fieldError(errors.identity)}
              classNames={{ input: 'rk-input mono' }}
              autoComplete="off"
              spellCheck={false}
              {...register('identity')}
            />
          </div>
          <Problem error={begin.error} />
        </section>
        <footer>
          <span>{t('join.issues')}</span>
          <Button
            variant="filled"
            type="submit"
            loading={begin.isPending}
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            rightSection={<Keys of="Mod ↵" />}
          >
            {t('join.join')}
          </Button>
        </footer>
      </form>
    </Screen>
  );
}
