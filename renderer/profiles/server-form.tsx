import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { api, unwrap } from '../api';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { ScrollPane } from '../ui/scroll-pane';
import { PanelButton, type usePanel } from '../ui/side-panel';
import { useFieldError } from '../ui/use-field-error';
import { ExportServers } from './export-servers';
import { KeptSecret } from './kept-secret';
import { ServerChoices } from './server-choices';
import { changeOf, serverSchema, valuesOf } from './server-schema';
import { showIssues } from './show-issues';

type Props = {
  profile: Profile;
  onReplaceSecret: () => void;
  onRemoveSecret: () => void;
  onDelete: () => void;
  onUnsaved: (isUnsaved: boolean) => void;
  panel: ReturnType<typeof usePanel>;
};

/** All of a saved server but its secret, which is changed apart from the rest. */
export function ServerForm({ profile, onReplaceSecret, onRemoveSecret, onDelete, onUnsaved, panel }: Props) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const form = useForm({ resolver: zodResolver(serverSchema), mode: 'onTouched', defaultValues: valuesOf(profile) });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (change: ReturnType<typeof changeOf>) => unwrap(api['profiles.change'](change)),
    onSuccess: (saved) => form.reset(valuesOf(saved)),
    onError: (error) => showIssues(error, form),
  });
  const submit = form.handleSubmit((values) => save.mutate(changeOf(profile.id, values)));
  useEffect(() => onUnsaved(isDirty), [isDirty, onUnsaved]);
  return (
    <form
      className="pane"
      aria-label={profile.name}
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <ScrollPane className="scroll form close" label={t('profiles.servers.server')}>
        <div className="two">
          <TextInput label={t('profiles.name')} error={fieldError(errors.name)} autoComplete="off" {...form.register('name')} />
          <TextInput
            label={t('profiles.serverUrl')}
            error={fieldError(errors.serverUrl)}
            classNames={{ input: 'rk-input mono' }}
            autoComplete="off"
            spellCheck={false}
            {...form.register('serverUrl')}
          />
        </div>
        <KeptSecret profile={profile} onReplace={onReplaceSecret} onRemove={onRemoveSecret} />
        <ServerChoices form={form} />
        <Problem error={save.error} />
      </ScrollPane>
      <footer>
        <Button variant="outline" color="red" onClick={onDelete}>
          {t('profiles.servers.delete')}
        </Button>
        <span className="to-end unsaved" role="status">
          {isDirty && t('profiles.servers.unsaved')}
        </span>
        <PanelButton panel={panel}>{t('profiles.probe.connection')}</PanelButton>
        {isDirty ? (
          <Button variant="subtle" onClick={() => form.reset(valuesOf(profile))}>
            {t('profiles.servers.discard')}
          </Button>
        ) : (
          <ExportServers ids={[profile.id]}>{t('profiles.servers.export')}</ExportServers>
        )}
        <Button variant="filled" type="submit" loading={save.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t('profiles.servers.save')}
        </Button>
      </footer>
    </form>
  );
}
