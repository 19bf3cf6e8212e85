import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Preset, PresetChange } from '../../main/contract/tokens';
import { api, CallError, unwrap } from '../api';
import { type PresetForm, type PresetFormOutput, presetForm } from './preset-form';

/** A preset's form and its saving; what main refuses stands at the field. */
export function usePresetForm(defaultValues: PresetForm, onSaved: (preset: Preset) => void) {
  const form = useForm<PresetForm, unknown, PresetFormOutput>({ defaultValues, resolver: zodResolver(presetForm), mode: 'onTouched' });
  const save = useMutation({
    mutationFn: (change: PresetChange) => unwrap(api['presets.save'](change)),
    onSuccess: onSaved,
    onError: (error) => {
      for (const { path, code } of error instanceof CallError ? error.issues : []) {
        if (path === 'name' || path === 'ttlSeconds' || path === 'longestLifetimeSeconds') form.setError(path, { message: code });
      }
    },
  });
  return { form, save };
}
