import { Textarea } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Fold } from '../ui/fold';
import { useFieldError } from '../ui/use-field-error';
import { PairFields } from './pair-fields';
import type { TokenForm } from './token-form';
import { useTokenForm } from './use-token-form';

/** What the participant carries into the room: attributes as pairs, metadata as one text. */
export function AttributesFold() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { register, formState } = useTokenForm();
  const [metadata, attributes] = useWatch<TokenForm, ['metadata', 'attributes']>({ name: ['metadata', 'attributes'] });
  const { errors } = formState;
  const notes = [
    ...(metadata === '' ? [] : [t('tokens.hasMetadata')]),
    ...(attributes.length === 0 ? [] : [t('tokens.attributeCount', { count: attributes.length })]),
  ];
  return (
    <Fold title={t('tokens.metadataAndAttributes')} note={notes.join(' · ')} hasErrors={Boolean(errors.metadata ?? errors.attributes)}>
      <PairFields at="attributes" of="attributes" />
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
