import { Select, TextInput } from '@mantine/core';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { participantKinds } from '../../main/contract/grants';
import { Fold } from '../ui/fold';
import { useFieldError } from '../ui/use-field-error';
import { MoreGrants } from './grants';
import { Named } from './named';
import type { TokenForm } from './token-form';
import { useTokenForm } from './use-token-form';

/** What hardly a token needs: two grants, the room to move others to, and what kind of participant it is. */
export function MoreFold() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control, register, formState } = useTokenForm();
  const [grants, kind] = useWatch<TokenForm, ['grants', 'kind']>({ name: ['grants', 'kind'] });
  const { canSubscribeMetrics, canManageAgentSession, destinationRoom } = grants;
  const count = [canSubscribeMetrics, canManageAgentSession, destinationRoom, kind].filter(Boolean).length;
  const { errors } = formState;
  return (
    <Fold
      title={t('tokens.more')}
      note={count > 0 ? t('tokens.moreCount', { count }) : ''}
      hasErrors={Boolean(errors.kind ?? errors.grants?.destinationRoom)}
    >
      <MoreGrants />
      <div className="settings-grid">
        <TextInput
          label={<Named name="destinationRoom">{t('tokens.destinationRoom')}</Named>}
          description={t('tokens.destinationRoomWhy')}
          error={fieldError(errors.grants?.destinationRoom)}
          {...register('grants.destinationRoom')}
        />
        <Controller
          name="kind"
          control={control}
          render={({ field }) => (
            <Select
              label={<Named name="kind">{t('tokens.kind')}</Named>}
              description={t('tokens.kindWhy')}
              placeholder={t('tokens.kindUnset')}
              data={[...participantKinds]}
              clearable
              comboboxProps={{ withinPortal: false }}
              {...field}
              value={field.value || null}
              onChange={(value) => field.onChange(value ?? '')}
            />
          )}
        />
      </div>
    </Fold>
  );
}
