import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatLifetime } from '../../main/contract/lifetime';
import { type TokenRequestOutput, tokenRequest } from '../../main/contract/tokens';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { usePresets } from '../ui/presets';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';
import { PresetFields } from './preset-fields';
import { keptByPreset, ownPresetNamed, presetChangeOf } from './preset-form';
import { requestOf } from './token-form';
import { usePresetForm } from './use-preset-form';
import { useCeilings, useTokenForm } from './use-token-form';

/** Keeps what the form grants as a preset of one's own. */
export function SavePreset() {
  const { t } = useTranslation();
  const { id } = useOpenProfile();
  const { getValues, trigger } = useTokenForm();
  const [draft, setDraft] = useState<TokenRequestOutput>();
  const open = () => {
    const parsed = tokenRequest.safeParse(requestOf(getValues(), id, new Date()));
    if (parsed.success) setDraft(parsed.data);
    else void trigger();
  };
  return (
    <>
      <button type="button" className="link" onClick={open}>
        {t('tokens.presets.save')}
      </button>
      {draft && <SaveDialog of={draft} onClose={() => setDraft(undefined)} />}
    </>
  );
}

function SaveDialog({ of, onClose }: { of: TokenRequestOutput; onClose: () => void }) {
  const { t } = useTranslation();
  const { setValue } = useTokenForm();
  const { preset } = useCeilings();
  const presets = usePresets().data ?? [];
  const own = preset && !preset.builtin ? preset : undefined;
  const usually = formatLifetime(of.ttlSeconds);
  const { form, save } = usePresetForm(
    {
      name: own?.name ?? '',
      ttlSeconds: usually,
      longestLifetimeSeconds: formatLifetime(Math.max(of.ttlSeconds, preset?.longestLifetimeSeconds ?? 0)),
    },
    (saved) => {
      setValue('presetId', saved.id);
      toast(t('tokens.presets.saved', { name: saved.name }));
      onClose();
    },
  );
  const replaced = ownPresetNamed(presets, form.watch('name'));
  const submit = form.handleSubmit((typed) => save.mutate(presetChangeOf(replaced?.id ?? null, typed, keptByPreset(of))));
  useHotkeys({ 'Mod ↵': () => void submit() }, { inDialog: true });
  const title = t('tokens.presets.saveTitle');
  return (
    <Dialog label={title} size={460} onClose={onClose}>
      <form
        className="dialog"
        noValidate
        onSubmit={(event) => {
          event.stopPropagation(); // React carries it on to the token form, around which this dialog is mounted
          void submit(event);
        }}
      >
        <h2>{title}</h2>
        <p>{t('tokens.presets.keeps')}</p>
        <FormProvider {...form}>
          <PresetFields hint={replaced && t('tokens.presets.replaces', { name: replaced.name })} />
        </FormProvider>
        <Problem error={save.error} />
        <footer>
          <span>
            <Keys of="Esc" />
          </span>
          <Button onClick={onClose}>{t('tokens.presets.cancel')}</Button>
          <Button variant="filled" type="submit" loading={save.isPending} rightSection={<Keys of="Mod ↵" />}>
            {replaced ? t('tokens.presets.replace') : t('tokens.presets.saveIt')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
