import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatLifetime } from '../../main/contract/lifetime';
import type { Preset } from '../../main/contract/tokens';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { usePresetName } from '../ui/presets';
import { Problem } from '../ui/problem';
import { ScrollPane } from '../ui/scroll-pane';
import { useTimes } from '../ui/times';
import { toast } from '../ui/toasts';
import { describeToken } from './describe-token';
import { PresetFields } from './preset-fields';
import { keptByPreset, presetChangeOf } from './preset-form';
import { usePresetForm } from './use-preset-form';

/** What one preset gives; an own one can be renamed, held to another ceiling, deleted. Its grants are changed where they are tried: in the token form. */
export function PresetDetails({ preset }: { preset: Preset }) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const { form, save } = usePresetForm(
    {
      name: preset.name,
      ttlSeconds: formatLifetime(preset.ttlSeconds),
      longestLifetimeSeconds: formatLifetime(preset.longestLifetimeSeconds),
    },
    (saved) => {
      form.reset(form.getValues());
      toast(t('tokens.presets.saved', { name: saved.name }));
    },
  );
  const submit = form.handleSubmit((typed) => save.mutate(presetChangeOf(preset.id, typed, keptByPreset(preset))));
  return (
    <form className="pane" noValidate aria-label={presetName(preset)} onSubmit={(event) => void submit(event)}>
      <ScrollPane className="scroll form" label={presetName(preset)}>
        {preset.builtin ? (
          <>
            <h2 className="preset-title">{presetName(preset)}</h2>
            <Ceiling preset={preset} />
          </>
        ) : (
          <FormProvider {...form}>
            <PresetFields />
          </FormProvider>
        )}
        <Gives preset={preset} />
        <p className="rk-hint">{preset.builtin ? t('tokens.presets.builtinNote') : t('tokens.presets.ownNote')}</p>
        <Problem error={save.error} />
      </ScrollPane>
      {!preset.builtin && (
        <footer>
          <span>
            <DeletePreset preset={preset} />
          </span>
          <Button variant="filled" type="submit" loading={save.isPending} disabled={!form.formState.isDirty}>
            {t('tokens.presets.saveChanges')}
          </Button>
        </footer>
      )}
    </form>
  );
}

function Ceiling({ preset }: { preset: Preset }) {
  const { t } = useTranslation();
  const times = useTimes();
  const [usually, longest] = [times.lasting(preset.ttlSeconds), times.lasting(preset.longestLifetimeSeconds)];
  return <p>{t('tokens.presets.ceiling', { usually, longest })}</p>;
}

function Gives({ preset }: { preset: Preset }) {
  const { t } = useTranslation();
  const { can, serverWide } = describeToken({ identity: '', name: '', room: '', grants: preset.grants });
  const lines = [
    ...can.map((ability) => t(`tokens.abilities.${ability}`)),
    ...serverWide.map((grant) => t(`tokens.serverWideGrants.${grant}.may`)),
  ];
  const names = Object.entries(preset.grants).flatMap(([name, value]) => (value === true ? [name] : []));
  return (
    <div>
      <div className="rk-label">{t('tokens.presets.may')}</div>
      <ul className="gives">
        {lines.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="rk-hint mono">{[...names, ...(preset.kind ? [`kind: ${preset.kind}`] : [])].join(' · ')}</p>
    </div>
  );
}

function DeletePreset({ preset: { id, name } }: { preset: Preset }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(api['presets.delete']({ id })),
    onSuccess: () => toast(t('tokens.presets.deleted', { name })),
  });
  return (
    <>
      <Button variant="outline" color="red" onClick={() => setAsks(true)}>
        {t('tokens.presets.delete')}
      </Button>
      {asks && (
        <ConfirmDialog
          question={t('tokens.presets.deleteQuestion', { name })}
          what={t('tokens.presets.deleteWhat')}
          verb={t('tokens.presets.deleteVerb')}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
