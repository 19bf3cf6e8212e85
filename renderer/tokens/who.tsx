import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import IconRefresh from '@tabler/icons-react/icons/IconRefresh';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '../ui/use-field-error';
import { RoomField } from './room-field';
import { newIdentity } from './token-form';
import { useTokenForm } from './use-token-form';

/** Who the token is for, and where. */
export function Who() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { register, setValue, formState } = useTokenForm();
  const renew = () => setValue('identity', newIdentity(), { shouldDirty: true, shouldValidate: true });
  return (
    <div className="who">
      <TextInput
        label={t('tokens.identity')}
        classNames={{ input: 'rk-input mono' }}
        spellCheck={false}
        error={fieldError(formState.errors.identity)}
        rightSection={
          <Tooltip label={t('tokens.newIdentity')}>
            <ActionIcon aria-label={t('tokens.newOne')} onClick={renew}>
              <IconRefresh size={14} />
            </ActionIcon>
          </Tooltip>
        }
        {...register('identity')}
      />
      <TextInput label={t('tokens.name')} error={fieldError(formState.errors.name)} {...register('name')} />
      <RoomField />
    </div>
  );
}
