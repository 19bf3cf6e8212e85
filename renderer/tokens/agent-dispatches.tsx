import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '../ui/use-field-error';
import { useTokenForm } from './use-token-form';

/** The agents that LiveKit calls into the room it creates. */
export function AgentDispatches() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control, register, formState } = useTokenForm();
  const { fields, append, remove } = useFieldArray({ control, name: 'roomConfig.agents' });
  return (
    <>
      {fields.map(({ id }, at) => (
        <div key={id} className="attribute">
          <TextInput
            aria-label={t('tokens.agentName')}
            placeholder={t('tokens.agentName')}
            classNames={{ input: 'rk-input mono' }}
            error={fieldError(formState.errors.roomConfig?.agents?.[at]?.agentName)}
            {...register(`roomConfig.agents.${at}.agentName`)}
          />
          <TextInput
            aria-label={t('tokens.agentMetadata')}
            placeholder={t('tokens.agentMetadata')}
            {...register(`roomConfig.agents.${at}.metadata`)}
          />
          <Tooltip label={t('tokens.removeAgent')}>
            <ActionIcon aria-label={t('tokens.removeAgent')} onClick={() => remove(at)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <div>
        <Button leftSection={<IconPlus size={14} />} onClick={() => append({ agentName: '', metadata: '' })}>
          {t('tokens.addAgent')}
        </Button>
      </div>
    </>
  );
}
