import { SegmentedControl, Tooltip } from '@mantine/core';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../main/contract/tokens';
import { usePresetName, usePresets } from '../ui/presets';
import { useOpenProfile } from '../ui/profile';
import { SavePreset } from './save-preset';
import { serverWideOn, type TokenForm, withPreset } from './token-form';
import { useReplaceForm, useTokenForm } from './use-token-form';

/** Built-in presets, own ones, and Custom, which no ceiling but the policy's holds. */
export function PresetPicker() {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const { policy } = useOpenProfile();
  const { data: presets = [] } = usePresets();
  const { setValue } = useTokenForm();
  const replace = useReplaceForm();
  const chosen = useWatch<TokenForm, 'presetId'>({ name: 'presetId' });
  // It may be deleted in Settings while it is chosen here.
  const isGone = chosen !== null && presets.length > 0 && !presets.some(({ id }) => id === chosen);
  useEffect(() => {
    if (isGone) setValue('presetId', null);
  }, [isGone, setValue]);
  const own = presets.filter((preset) => !preset.builtin);
  const builtin = presets.filter((preset) => preset.builtin);
  const pick = (id: string) => {
    const preset = presets.find((one) => one.id === id);
    if (preset) replace((form) => withPreset(form, preset, policy.longestLifetimeSeconds));
    else setValue('presetId', null);
  };
  const segment = (preset: Preset) => {
    const barred = serverWideOn(preset.grants).filter((grant) => !policy.serverWideGrants.includes(grant));
    const name = presetName(preset);
    if (barred.length === 0) return { value: preset.id, label: name };
    const why = t('tokens.presetBarred', { grants: barred.join(', ') });
    return {
      value: preset.id,
      disabled: true,
      label: (
        <>
          <Tooltip label={why} multiline w={240}>
            <span>{name}</span>
          </Tooltip>
          <span className="gone"> {why}</span>
        </>
      ),
    };
  };
  return (
    <div>
      <div className="preset-head">
        <div className="rk-label" id="preset">
          {t('tokens.preset')}
        </div>
        <SavePreset />
      </div>
      <SegmentedControl
        fullWidth
        className="presets"
        attributes={{ root: { 'data-own': own.length > 0 || undefined } }}
        aria-labelledby="preset"
        value={chosen ?? 'custom'}
        onChange={pick}
        data={[...builtin.map(segment), { value: 'custom', label: t('tokens.custom') }, ...own.map(segment)]}
      />
    </div>
  );
}
