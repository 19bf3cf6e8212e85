import { TextInput, Tooltip } from '@mantine/core';
import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import { useTimes } from '../ui/times';
import { useFieldError } from '../ui/use-field-error';
import { lifetimeProblem } from './check-token-form';
import type { TokenForm } from './token-form';
import { useNow } from './use-now';
import { useCeilings, useTokenForm } from './use-token-form';

const chips = ['15m', '1h', '6h'] as const;

/** How long, as free text with three chips. A ceiling is told at once, a slip only when the field is left. */
export function Lifetime() {
  const { t } = useTranslation();
  const id = useId();
  const now = useNow();
  const times = useTimes();
  const fieldError = useFieldError();
  const { ceilings } = useCeilings();
  const { register, setValue, formState } = useTokenForm();
  const typed = useWatch<TokenForm, 'lifetime'>({ name: 'lifetime' });
  const parsed = parseLifetime(typed, now);
  const problem = lifetimeProblem(typed, now, ceilings);
  const overCeiling = (code: string | null) => {
    if (code === 'lifetime-over-policy') return t('tokens.overPolicy', { longest: times.lasting(ceilings.policy) });
    return code === 'lifetime-over-preset' ? t('tokens.overPreset', { longest: times.lasting(ceilings.preset ?? 0) }) : undefined;
  };
  const error = overCeiling(problem) ?? (problem && fieldError(formState.errors.lifetime));
  return (
    <div className="lifetime">
      <label className="rk-label" htmlFor={id}>
        {t('tokens.validFor')}
      </label>
      {chips.map((chip) => {
        const why = overCeiling(lifetimeProblem(chip, now, ceilings));
        return (
          <Tooltip key={chip} label={why} disabled={!why} multiline w={260}>
            <button
              type="button"
              className="chip"
              aria-pressed={formatLifetime('seconds' in parsed ? parsed.seconds : 0) === chip}
              aria-disabled={why ? true : undefined}
              aria-describedby={why ? `${id}-${chip}` : undefined}
              onClick={() => !why && setValue('lifetime', chip, { shouldDirty: true, shouldValidate: true })}
            >
              {t(`tokens.chips.${chip}`)}
              {why && (
                <span id={`${id}-${chip}`} hidden>
                  {why}
                </span>
              )}
            </button>
          </Tooltip>
        );
      })}
      <TextInput
        id={id}
        placeholder="1h30m, 2d, 18:00"
        spellCheck={false}
        error={Boolean(error)}
        attributes={{ input: { 'aria-describedby': `${id}-until` } }}
        {...register('lifetime')}
      />
      <p className="rk-hint" id={`${id}-until`}>
        {'seconds' in parsed && !error && (
          <b>{t('tokens.validUntil', { until: times.when(new Date(now.getTime() + parsed.seconds * 1000), now) })}</b>
        )}
        {error ? (
          <span className="rk-error" role="alert">
            {error}
          </span>
        ) : (
          t('tokens.staysConnected')
        )}
      </p>
    </div>
  );
}
