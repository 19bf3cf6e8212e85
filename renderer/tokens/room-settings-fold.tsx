import { Switch, TextInput } from '@mantine/core';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Fold } from '../ui/fold';
import { useFieldError } from '../ui/use-field-error';
import { AgentDispatches } from './agent-dispatches';
import { Named } from './named';
import { PairFields } from './pair-fields';
import { isRoomConfigSet, roomConfigNumbers } from './room-config-form';
import type { TokenForm } from './token-form';
import { useTokenForm } from './use-token-form';

/** LiveKit reads all of this only when the join creates the room; for a live room it is passed over without a word. */
export function RoomSettingsFold() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { register, formState } = useTokenForm();
  const [roomPreset, config] = useWatch<TokenForm, ['roomPreset', 'roomConfig']>({ name: ['roomPreset', 'roomConfig'] });
  const { errors } = formState;
  const isSet = roomPreset !== '' || isRoomConfigSet(config);
  return (
    <Fold
      title={t('tokens.roomSettings')}
      note={isSet ? t('tokens.roomSettingsSet') : t('tokens.roomSettingsNote')}
      hasErrors={Boolean(errors.roomConfig ?? errors.roomPreset)}
    >
      <div className="settings-grid">
        {roomConfigNumbers.map((field) => (
          <TextInput
            key={field}
            label={<Named name={field}>{t(`tokens.roomConfig.${field}`)}</Named>}
            placeholder={t('tokens.serverDefault')}
            inputMode="numeric"
            error={fieldError(errors.roomConfig?.[field])}
            {...register(`roomConfig.${field}`)}
          />
        ))}
        <TextInput
          label={<Named name="roomPreset">{t('tokens.roomPreset')}</Named>}
          error={fieldError(errors.roomPreset)}
          {...register('roomPreset')}
        />
      </div>
      <TextInput
        label={<Named name="metadata">{t('tokens.roomMetadata')}</Named>}
        classNames={{ input: 'rk-input mono' }}
        {...register('roomConfig.metadata')}
      />
      <Switch label={<Named name="syncStreams">{t('tokens.roomConfig.syncStreams')}</Named>} {...register('roomConfig.syncStreams')} />
      <div className="rk-label">
        <Named name="tags">{t('tokens.tags')}</Named>
      </div>
      <PairFields at="roomConfig.tags" of="tags" />
      <AgentDispatches />
      <p className="rk-hint">{t('tokens.noEgress')}</p>
    </Fold>
  );
}
