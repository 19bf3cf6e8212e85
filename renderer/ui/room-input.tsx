import { Combobox, ScrollArea, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import IconCircleFilled from '@tabler/icons-react/icons/IconCircleFilled';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { useOpenProfile } from './profile';

const longestList = 50;

/** The rooms that are open now. */
export function useOpenRooms() {
  const { id } = useOpenProfile();
  return useQuery({
    queryKey: ['tokens.rooms', id],
    queryFn: () => unwrap(api['tokens.rooms']({ id })),
    refetchInterval: 10_000,
    retry: false,
  });
}

type RoomInputProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onText: (text: string) => void;
  /** One of the list was chosen: its text has been given already. */
  onChosen?: (room: string) => void;
};

/** Any room may be typed; those that are open now are offered. Built of Mantine's parts, as its Autocomplete names field and list alike. */
export function RoomInput({ value, onText, onChosen, onBlur, ...field }: RoomInputProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const rooms = useOpenRooms().data ?? [];
  const live = rooms.find(({ name }) => name === value);
  const offered = rooms.filter(({ name }) => name !== value && name.toLowerCase().includes(value.trim().toLowerCase()));
  const choose = (name: string) => {
    onText(name);
    combobox.closeDropdown();
    onChosen?.(name);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          spellCheck={false}
          leftSection={live && <IconCircleFilled size={8} className="live-dot" aria-hidden />}
          rightSection={
            live && (
              <span className="in-field" title={t('tokens.inRoom', { count: live.participants })}>
                {live.participants}
              </span>
            )
          }
          {...field}
          value={value}
          onChange={({ target }) => {
            onText(target.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={(event) => {
            combobox.closeDropdown();
            onBlur?.(event);
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
