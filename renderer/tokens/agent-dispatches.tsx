import { ActionIcon, Button, Switch, TextInput, Tooltip } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '../ui/use-field-error';
import { Named } from './named';
import { PairFields } from './pair-fields';
import { emptyAgent } from './room-config-form';
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
        <fieldset key={id} className="agent" aria-label={t('tokens.agentNo', { no: at + 1 })}>
          <div className="attribute">
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
          <TextInput
            label={<Named name="deployment">{t('tokens.deployment')}</Named>}
            placeholder={t('tokens.deploymentNone')}
            error={fieldError(formState.errors.roomConfig?.agents?.[at]?.deployment)}
            {...register(`roomConfig.agents.${at}.deployment`)}
          />
          <Switch
            label={<Named name="restartPolicy">{t('tokens.neverRestart')}</Named>}
            description={t('tokens.cloudOnly')}
            {...register(`roomConfig.agents.${at}.neverRestart`)}
          />
          <PairFields at={`roomConfig.agents.${at}.attributes`} of="agentAttributes" />
        </fieldset>
      ))}
      <div>
        <Button leftSection={<IconPlus size={14} />} onClick={() => append(emptyAgent())}>
          {t('tokens.addAgent')}
        </Button>
      </div>
    </>
  );
}
