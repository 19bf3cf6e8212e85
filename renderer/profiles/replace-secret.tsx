import { zodResolver } from '@hookform/resolvers/zod';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { newSecret, type ProbeReport, type Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { KeepForSession, useKeepChoice } from './keep-choice';
import { KeyPairBox } from './key-pair-box';
import { VerdictFinding } from './probe-findings';
import { ServerAnswer } from './server-answer';
import { showIssues } from './show-issues';

/** A clock that is off says nothing against the pair. */
const proves = ({ verdict }: ProbeReport) => verdict === 'ok' || verdict === 'clock-skew';

type Props = { profile: Profile; onClose: () => void };

export function ReplaceSecret({ profile, onClose }: Props) {
  const { t } = useTranslation();
  const title = t('profiles.secret.title', { name: profile.name });
  return (
    <Dialog label={title} size={460} onClose={onClose}>
      <SecretForm profile={profile} title={title} onClose={onClose} />
    </Dialog>
  );
}

/**
 * A new secret of the same key, or a new pair: then the key changes in the same step as its secret. The old one is given up for it, so the
 * server is asked first: what it does not take is stored only at a second press.
 */
function SecretForm({ profile, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const choice = useKeepChoice();
  const [isPair, setPair] = useState(false);
  const { id, apiKey, serverUrl } = profile;
  const form = useForm({
    resolver: zodResolver(newSecret.pick({ apiKey: true, apiSecret: true })),
    mode: 'onTouched',
    defaultValues: { apiKey, apiSecret: '' },
  });
  const { errors } = form.formState;
  const [refused, setRefused] = useState<ProbeReport | null>(null);
  // Without the secret among the variables: the query client would keep them.
  const store = useMutation({
    mutationFn: async () => {
      const typed = form.getValues();
      const report = refused ?? (await unwrap(api['profiles.probe']({ serverUrl, ...typed, asked: true })));
      if (!refused && !proves(report)) return report;
      await unwrap(api['profiles.setSecret']({ id, ...typed, keep: choice.keep }));
      return null;
    },
    gcTime: 0,
    onSuccess: (report) => {
      setRefused(report);
      if (report) return;
      form.reset();
      onClose();
    },
    onError: (error) => showIssues(error, form),
  });
  const submit = form.handleSubmit(() => store.mutate());
  const forget = () => setRefused(null);
  const choose = (what: string) => {
    setPair(what === 'pair');
    form.setValue('apiKey', what === 'pair' ? '' : apiKey);
    forget();
  };
  const verb = choice.keep === 'session' ? 'profiles.secret.saveForSession' : 'profiles.secret.save';
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
          {...form.register('apiKey', { onChange: forget })}
        />
      )}
      <SecretField
        label={t('profiles.secret.newSecret')}
        error={fieldError(errors.apiSecret)}
        data-autofocus
        {...form.register('apiSecret', { onChange: forget })}
      />
      {isPair && (
        <KeyPairBox
          onGenerated={(pair) => {
            form.setValue('apiKey', pair.apiKey, { shouldValidate: true });
            form.setValue('apiSecret', pair.apiSecret, { shouldValidate: true });
            forget();
          }}
        />
      )}
      {refused && (
        <div role="alert" className="problem">
          <VerdictFinding report={refused} after={t('profiles.secret.unproven')} />
          {refused.answer && <ServerAnswer answer={refused.answer} />}
        </div>
      )}
      <KeepForSession choice={choice} withFix />
      <Problem error={store.error} />
      <footer>
        <span>
          <Keys of="Esc" />
        </span>
        <Button onClick={onClose}>{t('profiles.secret.cancel')}</Button>
        <Button type="submit" variant="filled" loading={store.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t(refused ? 'profiles.secret.saveAnyway' : verb)}
        </Button>
      </footer>
    </form>
  );
}
