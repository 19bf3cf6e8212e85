import { Combobox, ScrollArea, TextInput, useCombobox } from '@mantine/core';
import IconCircleFilled from '@tabler/icons-react/icons/IconCircleFilled';
import { useQuery } from '@tanstack/react-query';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { useFieldError } from '../ui/use-field-error';
import { useTokenForm } from './use-token-form';

const longestList = 50;

function useRooms() {
  const { id } = useOpenProfile();
  return useQuery({
    queryKey: ['tokens.rooms', id],
    queryFn: () => unwrap(api['tokens.rooms']({ id })),
    refetchInterval: 10_000,
    retry: false,
  });
}

/** Any room may be typed; those that are open now are offered. Built of Mantine's parts, as its Autocomplete names field and list alike. */
export function RoomField() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control } = useTokenForm();
  const { field, fieldState } = useController({ control, name: 'room' });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const rooms = useRooms().data ?? [];
  const live = rooms.find(({ name }) => name === field.value);
  const offered = rooms.filter(({ name }) => name !== field.value && name.toLowerCase().includes(field.value.trim().toLowerCase()));
  const choose = (name: string) => {
    field.onChange(name);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          label={t('tokens.room')}
          spellCheck={false}
          leftSection={live && <IconCircleFilled size={8} className="live-dot" aria-hidden />}
          rightSection={
            live && (
              <span className="in-field" title={t('tokens.inRoom', { count: live.participants })}>
                {live.participants}
              </span>
            )
          }
          error={fieldError(fieldState.error)}
          {...field}
          onChange={(event) => {
            field.onChange(event);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            field.onBlur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0} className="rk-pop">
        <Combobox.Options aria-label={t('tokens.openRooms')}>
          <ScrollArea.Autosize mah={260} type="scroll">
            {offered.slice(0, longestList).map(({ name, participants }) => (
              <Combobox.Option key={name} value={name} className="rk-option room-option">
                <span>{name}</span>
                <span className="in-field">{participants}</span>
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
