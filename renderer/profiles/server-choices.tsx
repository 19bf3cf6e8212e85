import { MultiSelect, TextInput, type TextInputProps } from '@mantine/core';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { serverWideGrant, serverWideGrants } from '../../main/contract/grants';
import { formatLifetime, parseLifetime } from '../../main/contract/lifetime';
import { defaultLongestLifetime, safetyLevels } from '../../main/contract/profiles';
import { Choice } from '../ui/choice';
import { useFieldError } from '../ui/use-field-error';
import { EnvironmentChoice } from './environment-choice';
import { JoinPageChoice } from './join-page-choice';
import type { ServerOutput, ServerValues } from './server-schema';
import { Toggle } from './toggle';

export type ServerFormState = UseFormReturn<ServerValues, unknown, ServerOutput>;
const underInput: Pick<TextInputProps, 'inputWrapperOrder'> = { inputWrapperOrder: ['label', 'input', 'description', 'error'] };

/** What this server is to people, what may be issued on it, and the page that its join links open. */
export function ServerChoices({ form }: { form: ServerFormState }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control, register, formState } = form;
  const { errors } = formState;
  return (
    <>
      <Controller
        control={control}
        name="environment"
        render={({ field }) => <EnvironmentChoice value={field.value} onChange={field.onChange} />}
      />
      <Controller control={control} name="safety" render={({ field }) => <SafetyChoice value={field.value} onChange={field.onChange} />} />
      <fieldset className="grants policy">
        <legend>{t('profiles.servers.policy')}</legend>
        <div className="two">
          <TextInput
            label={t('profiles.servers.longest')}
            description={<LongestHint form={form} />}
            error={fieldError(errors.longest)}
            autoComplete="off"
            {...underInput}
            {...register('longest')}
          />
          <Controller
            control={control}
            name="serverWideGrants"
            render={({ field }) => (
              <MultiSelect
                label={t('profiles.servers.serverWide')}
                description={t(field.value.length > 0 ? 'profiles.servers.serverWideHint' : 'profiles.servers.serverWideNone')}
                value={field.value}
                onChange={(chosen) => field.onChange(chosen.flatMap((one) => serverWideGrant.safeParse(one).data ?? []))}
                onBlur={field.onBlur}
                data={[...serverWideGrants]}
                hidePickedOptions
                comboboxProps={{ withinPortal: false, position: 'top' }}
                classNames={{ pill: 'pill', dropdown: 'rk-pop', option: 'rk-option' }}
                {...underInput}
              />
            )}
          />
        </div>
        <Toggle
          control={control}
          name="reasonRequired"
          label={t('profiles.servers.reasonRequired')}
          hint={t('profiles.servers.reasonHint')}
        />
      </fieldset>
      <fieldset className="grants policy">
        <legend>{t('profiles.servers.watching')}</legend>
        {(['observe', 'levels', 'peek'] as const).map((what) => (
          <Toggle
            key={what}
            control={control}
            name={`watching.${what}`}
            label={t(`profiles.servers.watch.${what}`)}
            hint={t(`profiles.servers.watchHints.${what}`)}
          />
        ))}
      </fieldset>
      <JoinPageChoice form={form} />
    </>
  );
}

function LongestHint({ form }: { form: ServerFormState }) {
  const { t } = useTranslation();
  const parsed = parseLifetime(useWatch({ control: form.control, name: 'longest' }), new Date());
  if (!('seconds' in parsed)) return null;
  const lifetime = formatLifetime(parsed.seconds);
  if (parsed.seconds <= defaultLongestLifetime) return t('profiles.servers.longestHint', { lifetime });
  return <span className="amber">{t('profiles.servers.longestRaised', { lifetime })}</span>;
}

type Safety = (typeof safetyLevels)[number];
function SafetyChoice({ value, onChange }: { value: Safety; onChange: (value: Safety) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <Choice
        label={t('profiles.servers.safety')}
        value={value}
        onChange={onChange}
        options={safetyLevels.map((level) => ({ value: level, label: t(`profiles.servers.safetyLevels.${level}`) }))}
      />
      <p className="rk-hint under">{t(`profiles.servers.safetyHints.${value}`)}</p>
    </div>
  );
}
