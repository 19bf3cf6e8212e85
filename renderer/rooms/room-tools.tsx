import { ActionIcon, Menu } from '@mantine/core';
import IconColumns from '@tabler/icons-react/icons/IconColumns';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChips, FilterField } from '../ui/table-tools';
import { roomColumnIds } from './room-columns';
import { isNearlyFull } from './room-filter';
import type { RoomRow } from './use-room-rows';

const ready: { id: 'all' | 'recording' | 'empty' | 'full'; filter: string; holds: (room: RoomRow) => boolean }[] = [
  { id: 'all', filter: '', holds: () => true },
  { id: 'recording', filter: 'rec:yes', holds: ({ recording }) => recording },
  { id: 'empty', filter: 'empty:yes', holds: ({ participants }) => participants === 0 },
  { id: 'full', filter: 'full:yes', holds: isNearlyFull },
];

type Tools = {
  rows: RoomRow[];
  filter: string;
  onFilter: (filter: string) => void;
  hidden: readonly string[];
  onHidden: (hidden: string[]) => void;
  children: ReactNode;
};

/** The line above the table: the filter, ready-made ones with their counts, the columns, how old it all is. */
export function RoomTools({ rows, filter, onFilter, hidden, onHidden, children }: Tools) {
  const { t } = useTranslation();
  return (
    <div className="tools">
      <FilterField className="rooms-filter" label={t('rooms.filter')} placeholder={t('rooms.filterHint')} text={filter} onText={onFilter} />
      <FilterChips
        all={ready.map((one) => ({ id: one.filter, label: t(`rooms.filters.${one.id}`), count: rows.filter(one.holds).length }))}
        picked={filter}
        onPick={onFilter}
      />
      {children}
      <Menu closeOnItemClick={false} withinPortal={false} position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('table.columns')}>
            <IconColumns size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('table.columns')}>
          {roomColumnIds
            .filter((id) => id !== 'name')
            .map((id) => (
              <Menu.CheckboxItem
                key={id}
                checked={!hidden.includes(id)}
                onChange={(on) => onHidden(on ? hidden.filter((one) => one !== id) : [...hidden, id])}
              >
                {t(`rooms.columns.${id}`)}
              </Menu.CheckboxItem>
            ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
