import { toNestErrors } from '@hookform/resolvers';
import { type FieldErrors, type Resolver, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Grants } from '../../main/contract/grants';
import type { Profile } from '../../main/contract/profiles';
import type { Lint } from '../../main/contract/token-lints';
import type { Preset, TokenRequestOutput } from '../../main/contract/tokens';
import { usePresetName, usePresets } from '../ui/presets';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';
import { type Ceilings, checkTokenForm } from './check-token-form';
import { isWithin, type TokenForm, withCure } from './token-form';

export const useTokenForm = () => useFormContext<TokenForm>();

const ceilingsOf = (profile: Profile, preset: Preset | undefined): Ceilings => ({
  policy: profile.policy.longestLifetimeSeconds,
  preset: preset?.longestLifetimeSeconds ?? null,
});

export const tokenFormResolver =
  (profile: Profile, presets: Preset[]): Resolver<TokenForm, unknown, TokenRequestOutput> =>
  (form, _context, options) => {
    const preset = presets.find(({ id }) => id === form.presetId);
    const checked = checkTokenForm(form, profile.id, new Date(), ceilingsOf(profile, preset));
    if ('request' in checked) return { values: checked.request, errors: {} };
    const flat: FieldErrors = Object.fromEntries(checked.issues.map(({ path, code }) => [path, { type: code, message: code }]));
    return { values: {}, errors: toNestErrors<TokenForm>(flat, options) };
  };

/** The chosen preset and the ceilings that hold with it. */
export function useCeilings() {
  const presetId = useWatch<TokenForm, 'presetId'>({ name: 'presetId' });
  const preset = usePresets().data?.find(({ id }) => id === presetId);
  return { preset, ceilings: ceilingsOf(useOpenProfile(), preset) };
}

/** Says that the limits of the chosen preset are none any more: the form goes on without it. */
function useLeaving() {
  const { t } = useTranslation();
  const presetName = usePresetName();
  return (preset: Preset) => toast(t('tokens.presets.left', { name: presetName(preset) }));
}

/** The grants and their one setter. A grant that the chosen preset does not hold leaves the preset: main would refuse it there. */
export function useGrants() {
  const { getValues, setValue } = useTokenForm();
  const grants = useWatch<TokenForm, 'grants'>({ name: 'grants' });
  const { preset } = useCeilings();
  const leaving = useLeaving();
  const change = (changed: Partial<Grants>) => {
    const next = { ...getValues('grants'), ...changed };
    setValue('grants', next, { shouldDirty: true });
    if (!preset || isWithin(next, preset.grants)) return;
    setValue('presetId', null);
    leaving(preset);
  };
  return { grants, change };
}

/** Puts a whole form in the place of the present one; what "Start over" returns to stays. */
export function useReplaceForm() {
  const { reset, getValues } = useTokenForm();
  return (replaced: (form: TokenForm) => TokenForm) => reset(replaced(getValues()), { keepDefaultValues: true, keepTouched: true });
}

/** Does what a finding offers. A cure that adds a grant leaves a preset that does not hold it. */
export function useCure() {
  const { getValues } = useTokenForm();
  const replace = useReplaceForm();
  const { preset } = useCeilings();
  const leaving = useLeaving();
  return (cure: NonNullable<Lint['cure']>) => {
    const cured = withCure(getValues(), cure);
    const leaves = preset && !isWithin(cured.grants, preset.grants);
    replace(() => (leaves ? { ...cured, presetId: null } : cured));
    if (leaves) leaving(preset);
  };
}
