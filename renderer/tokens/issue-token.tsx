import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Preset, TokenRequestOutput } from '../../main/contract/tokens';
import { api, CallError, unwrap } from '../api';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { usePresets } from '../ui/presets';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ScrollPane } from '../ui/scroll-pane';
import { PanelButton, usePanel } from '../ui/side-panel';
import { AttributesFold } from './attributes-fold';
import { Presence, TakePart } from './grants';
import { IssuedPanel } from './issued-panel';
import { Lifetime } from './lifetime';
import { MoreFold } from './more-fold';
import { PresetPicker } from './preset-picker';
import { PreviewButton } from './preview-button';
import { PreviewPanel } from './preview-panel';
import { RoomSettingsFold } from './room-settings-fold';
import { ServerWide } from './server-wide';
import { emptyTokenForm, formPath, serverWideOn, type TokenForm, withPreset } from './token-form';
import { tokenFormResolver } from './use-token-form';
import { Who } from './who';

/** The token desk: the form, and beside it what it would issue or what it has issued. */
export function IssueToken() {
  const presets = usePresets();
  if (presets.isError) return <Problem error={presets.error} />;
  return presets.isSuccess && <Desk presets={presets.data} />;
}

function Desk({ presets }: { presets: Preset[] }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const panel = usePanel();
  const fresh = (): TokenForm => {
    const [first] = presets;
    return first ? withPreset(emptyTokenForm(), first, profile.policy.longestLifetimeSeconds) : emptyTokenForm();
  };
  const form = useForm<TokenForm, unknown, TokenRequestOutput>({
    defaultValues: fresh(),
    resolver: tokenFormResolver(profile, presets),
    mode: 'onTouched',
  });
  const issue = useMutation({
    mutationFn: async (request: TokenRequestOutput) => ({ request, issued: await unwrap(api['tokens.issue'](request)) }),
    gcTime: 0, // its data holds the token
    onSuccess: () => panel.isOpen || panel.toggle(),
    onError: (error) => {
      if (!(error instanceof CallError)) return;
      for (const { path, code } of error.issues) form.setError(formPath(path) as 'root', { type: code, message: code });
    },
  });
  const submit = form.handleSubmit((request) => issue.mutate(request));
  const startOver = () => {
    issue.reset();
    form.reset(fresh());
  };
  useHotkeys({ 'Mod ↵': () => void submit() });
  return (
    <FormProvider {...form}>
      <div className="split">
        <form className="pane" onSubmit={(event) => void submit(event)} noValidate aria-label={t('tokens.issue')}>
          <Fields />
          {issue.error && (
            <div className="findings above-footer">
              <Problem error={issue.error} />
            </div>
          )}
          <footer>
            <span>{t('tokens.nothingStored')}</span>
            {issue.data ? <PanelButton panel={panel} /> : <PreviewButton panel={panel} />}
            <Button variant="subtle" onClick={startOver}>
              {t('tokens.startOver')}
            </Button>
            <IssueButton busy={issue.isPending} />
          </footer>
        </form>
        {issue.data ? <IssuedPanel {...issue.data} panel={panel} onClose={issue.reset} /> : <PreviewPanel panel={panel} />}
      </div>
    </FormProvider>
  );
}

function Fields() {
  const { t } = useTranslation();
  return (
    <ScrollPane className="scroll form" label={t('tokens.issue')}>
      <Who />
      <PresetPicker />
      <div className="two apart">
        <TakePart />
        <Presence />
      </div>
      <ServerWide />
      <Lifetime />
      <div className="folds">
        <AttributesFold />
        <RoomSettingsFold />
        <MoreFold />
      </div>
    </ScrollPane>
  );
}

function IssueButton({ busy }: { busy: boolean }) {
  const { t } = useTranslation();
  const wide = serverWideOn(useWatch<TokenForm, 'grants'>({ name: 'grants' })).length > 0;
  return (
    <Button variant="filled" type="submit" loading={busy} {...(wide ? { color: 'red' } : {})} rightSection={<Keys of="Mod ↵" />}>
      {wide ? t('tokens.issueServerWide') : t('tokens.issue')}
    </Button>
  );
}
