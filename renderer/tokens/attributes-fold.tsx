import { ActionIcon, Button, Textarea, TextInput, Tooltip } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Fold } from '../ui/fold';
import { useFieldError } from '../ui/use-field-error';
import type { TokenForm } from './token-form';
import { useTokenForm } from './use-token-form';

/** What the participant carries into the room: attributes as pairs, metadata as one text. */
export function AttributesFold() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control, register, formState } = useTokenForm();
  const { fields, append, remove } = useFieldArray({ control, name: 'attributes' });
  const metadata = useWatch<TokenForm, 'metadata'>({ name: 'metadata' });
  const { errors } = formState;
  const notes = [
    ...(metadata === '' ? [] : [t('tokens.hasMetadata')]),
    ...(fields.length === 0 ? [] : [t('tokens.attributeCount', { count: fields.length })]),
  ];
  return (
    <Fold title={t('tokens.metadataAndAttributes')} note={notes.join(' · ')} hasErrors={Boolean(errors.metadata ?? errors.attributes)}>
      {fields.map(({ id }, at) => (
        <div key={id} className="attribute">
          <TextInput
            aria-label={t('tokens.attributeName')}
            placeholder={t('tokens.attributeName')}
            classNames={{ input: 'rk-input mono' }}
            spellCheck={false}
            error={fieldError(errors.attributes?.[at]?.name)}
            {...register(`attributes.${at}.name`)}
          />
          <TextInput
            aria-label={t('tokens.attributeValue')}
            placeholder={t('tokens.attributeValue')}
            {...register(`attributes.${at}.value`)}
          />
          <Tooltip label={t('tokens.removeAttribute')}>
            <ActionIcon aria-label={t('tokens.removeAttribute')} onClick={() => remove(at)}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <div>
        <Button leftSection={<IconPlus size={14} />} onClick={() => append({ name: '', value: '' })}>
          {t('tokens.addAttribute')}
        </Button>
      </div>
      <Textarea
        label={
          <>
            {t('tokens.metadata')} <code>metadata</code>
          </>
        }
        description={t('tokens.metadataHint')}
        classNames={{ input: 'rk-input mono' }}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        error={fieldError(errors.metadata)}
        {...register('metadata')}
      />
    </Fold>
  );
}
