import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../main/contract/tokens';
import { api, unwrap } from '../api';

const builtinPresets = ['guest', 'publisher', 'moderator', 'silent-observer', 'agent', 'recorder', 'ingress-manager'] as const;

export const usePresets = () =>
  useQuery({ queryKey: ['presets.list'], queryFn: () => unwrap(api['presets.list']({})), staleTime: Number.POSITIVE_INFINITY });

/** The built-in presets have names in every language, own ones the name that they were given. */
export function usePresetName() {
  const { t } = useTranslation();
  return ({ id, name }: Preset) => {
    const known = builtinPresets.find((one) => one === id);
    return known ? t(`tokens.presetNames.${known}`) : name;
  };
}
