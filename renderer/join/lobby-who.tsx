import { ActionIcon, Select, TextInput, Tooltip } from '@mantine/core';
import IconRefresh from '@tabler/icons-react/icons/IconRefresh';
import { Controller, useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice';
import { usePresetName } from '../ui/presets';
import { RoomInput } from '../ui/room-input';
import { SecretField } from '../ui/secret-field';
import { useFieldError } from '../ui/use-field-error';
import { newQaIdentity, ways } from './lobby-form';
import { PastedFinding } from './pasted-finding';
import type { LobbyState } from './use-lobby';

/** With what one joins: a room and an identity, or a token that is there. */
export function LobbyWho({ lobby }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const way = useWatch({ control: lobby.form.control, name: 'way' });
  return (
    <>
      <Controller
        control={lobby.form.control}
        name="way"
        render={({ field: { value, onChange } }) => (
          <Choice
            isNarrow
            label={t('join.with')}
            value={value}
            onChange={onChange}
            options={ways.map((each) => ({ value: each, label: t(`join.ways.${each}`) }))}
          />
        )}
      />
      {way === 'room' ? <RoomAndIdentity lobby={lobby} /> : <PastedField lobby={lobby} />}
    </>
  );
}

function RoomAndIdentity({ lobby: { form, presets } }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const presetName = usePresetName();
  const { field, fieldState } = useController({ control: form.control, name: 'room' });
  const { onChange, ...rest } = field;
  const { errors } = form.formState;
  return (
    <div className="join-three">
      <RoomInput label={t('join.room')} error={fieldError(fieldState.error)} {...rest} onText={onChange} />
      <TextInput
        label={t('join.identity')}
        error={fieldError(errors.identity)}
        classNames={{ input: 'rk-input mono' }}
        autoComplete="off"
        spellCheck={false}
        rightSection={
          <Tooltip label={t('join.newIdentity')}>
            <ActionIcon aria-label={t('join.newOne')} onClick={() => form.setValue('identity', newQaIdentity())}>
              <IconRefresh size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        }
        {...form.register('identity')}
      />
      <Controller
        control={form.control}
        name="presetId"
        render={({ field: { value, onChange } }) => (
          <Select
            label={t('join.as')}
            allowDeselect={false}
            value={value}
            onChange={onChange}
            comboboxProps={{ withinPortal: false }}
            data={presets.map((preset) => ({ value: preset.id, label: presetName(preset) }))}
          />
        )}
      />
    </div>
  );
}

function PastedField({ lobby: { form } }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const pasted = useWatch({ control: form.control, name: 'pasted' });
  return (
    <>
      <SecretField label={t('join.pasted')} error={fieldError(form.formState.errors.pasted)} {...form.register('pasted')} />
      <PastedFinding pasted={pasted} />
    </>
  );
}
