import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldError } from '../ui/use-field-error';
import { useTokenForm } from './use-token-form';

type Place = 'attributes' | 'roomConfig.tags' | `roomConfig.agents.${number}.attributes`;

/** Names with a value each, one a line. `of` says in the form's texts what they are. */
export function PairFields({ at, of }: { at: Place; of: 'attributes' | 'tags' | 'agentAttributes' }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control, register, formState, getFieldState } = useTokenForm();
  const { fields, append, remove } = useFieldArray({ control, name: at });
  return (
    <>
      {fields.map(({ id }, no) => (
        <div key={id} className="attribute">
          <TextInput
            aria-label={t(`tokens.pairs.${of}.name`)}
            placeholder={t(`tokens.pairs.${of}.name`)}
            classNames={{ input: 'rk-input mono' }}
            spellCheck={false}
            error={fieldError(getFieldState(`${at}.${no}.name`, formState).error)}
            {...register(`${at}.${no}.name`)}
          />
          <TextInput
            aria-label={t(`tokens.pairs.${of}.value`)}
            placeholder={t(`tokens.pairs.${of}.value`)}
            {...register(`${at}.${no}.value`)}
          />
          <Tooltip label={t(`tokens.pairs.${of}.remove`)}>
            <ActionIcon aria-label={t(`tokens.pairs.${of}.remove`)} onClick={() => remove(no)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <div>
        <Button leftSection={<IconPlus size={14} />} onClick={() => append({ name: '', value: '' })}>
          {t(`tokens.pairs.${of}.add`)}
        </Button>
      </div>
    </>
  );
}
