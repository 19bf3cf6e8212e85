import { TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '../ui/use-field-error';
import type { PresetForm } from './preset-form';

/** Name, usual lifetime and ceiling of a preset. */
export function PresetFields({ hint }: { hint?: string | undefined }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { register, formState } = useFormContext<PresetForm>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        data-autofocus
        label={t('tokens.presets.name')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={fieldError(errors.name)}
        {...register('name')}
      />
      <div className="two">
        <TextInput label={t('tokens.presets.usually')} placeholder="1h" error={fieldError(errors.ttlSeconds)} {...register('ttlSeconds')} />
        <TextInput
          label={t('tokens.presets.atMost')}
          placeholder="12h"
          error={
            errors.longestLifetimeSeconds?.message === 'out-of-range'
              ? t('tokens.presets.lessThanUsual')
              : fieldError(errors.longestLifetimeSeconds)
          }
          {...register('longestLifetimeSeconds')}
        />
      </div>
    </>
  );
}
