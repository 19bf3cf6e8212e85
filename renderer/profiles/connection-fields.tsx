import { TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { EnvironmentChoice } from './environment-choice';
import { KeyPairBox } from './key-pair-box';
import type { ConnectionForm } from './use-connection-form';

const mono = { classNames: { input: 'rk-input mono' }, spellCheck: false, autoComplete: 'off' };

/** Address, key, secret, name and environment of a server that is being added. */
export function ConnectionFields({ form, testLater }: Pick<ConnectionForm, 'form' | 'testLater'>) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { errors } = form.formState;
  const register = (field: 'serverUrl' | 'apiKey' | 'apiSecret') => form.register(field, { onChange: testLater });
  return (
    <>
      <TextInput
        label={t('profiles.serverUrl')}
        description={t('profiles.serverUrlHint')}
        placeholder="wss://"
        error={fieldError(errors.serverUrl)}
        {...mono}
        {...register('serverUrl')}
      />
      <div className="two">
        <TextInput label={t('profiles.apiKey')} error={fieldError(errors.apiKey)} {...mono} {...register('apiKey')} />
        <SecretField label={t('profiles.apiSecret')} error={fieldError(errors.apiSecret)} {...register('apiSecret')} />
      </div>
      <KeyPairBox
        onGenerated={({ apiKey, apiSecret }) => {
          form.setValue('apiKey', apiKey, { shouldDirty: true, shouldValidate: true });
          form.setValue('apiSecret', apiSecret, { shouldDirty: true, shouldValidate: true });
          testLater();
        }}
      />
      <TextInput
        label={t('profiles.name')}
        description={t('profiles.nameHint')}
        error={fieldError(errors.name)}
        autoComplete="off"
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="environment"
        render={({ field }) => <EnvironmentChoice value={field.value} onChange={field.onChange} />}
      />
    </>
  );
}
