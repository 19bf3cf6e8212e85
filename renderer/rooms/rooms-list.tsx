import { Button } from '@mantine/core';
import IconBolt from '@tabler/icons-react/icons/IconBolt';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../ui/commands';
import { DataTable } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { Freshness } from '../ui/freshness';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { goRoom } from '../ui/room-link';
import { BarActions, Screen } from '../ui/screen';
import { useTablePreferences } from '../ui/table-preferences';
import { useNow } from '../ui/time';
import { CreateRoom } from './create-room';
import { EditMetadata } from './edit-metadata';
import { NoRooms } from './no-rooms';
import { CloseRooms, RescueRoom } from './room-actions';
import { BulkBar, RowActions } from './room-bars';
import { useRoomColumns } from './room-columns';
import { isNearlyFull, roomFilter } from './room-filter';
import { RoomTools } from './room-tools';
import { type RoomRow, useRoomRows } from './use-room-rows';
import './rooms.css';

export type RoomDialog = { kind: 'create' } | { kind: 'close'; rooms: string[] } | { kind: 'metadata' | 'rescue'; room: RoomRow };
const idOf = ({ name }: RoomRow) => name;
const none: ReadonlySet<string> = new Set();

/** Every room of the server, as fresh as the server tells. */
export function RoomsList() {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const readOnly = useReadOnly();
  const { rows = [], list, setVisible } = useRoomRows(profile.id);
  const { table, change } = useTablePreferences('rooms', { column: 'people', descending: true });
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [selected, setSelected] = useState(none);
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const now = useNow(10_000);
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const baseColumns = useRoomColumns(now, table.hidden);
  const columns = useMemo(
    () =>
      baseColumns.map((column, index) =>
        index < baseColumns.length - 1
          ? column
          : {
              ...column,
              cell: (room: RoomRow, isAt: boolean) => (
                <RowActions room={room} isAt={isAt} readOnly={readOnly} onDialog={setDialog}>
                  {column.cell(room, isAt)}
                </RowActions>
              ),
            },
      ),
    [baseColumns, readOnly],
  );
  const holds = useMemo(() => roomFilter(filter, now), [filter, now]);
  const shown = useMemo(() => rows.filter(holds), [rows, holds]);
  const chosen = shown.filter(({ name }) => selected.has(name));
  const create = () => (readOnly ? false : setDialog({ kind: 'create' }));
  const closeDialog = () => setDialog(null);
  const askToClose = (names: string[]) => {
    if (readOnly) return false;
    setDialog({ kind: 'close', rooms: names });
    return true;
  };
  useCommands([{ id: 'rooms.create', group: t('sections.rooms'), icon: IconBolt, label: t('rooms.create.title'), keys: 'C', run: create }]);
  const unselect = () => (selected.size > 0 ? setSelected(none) : false);
  useHotkeys({ Esc: unselect });

  const peopleIn = (names: string[]) => {
    const wanted = new Set(names);
    return rows.filter(({ name }) => wanted.has(name)).reduce((sum, { participants }) => sum + participants, 0);
  };
  return (
    <Screen title={t('sections.rooms')}>
      <BarActions>
        <ReadOnlyMark />
        <Button
          variant="filled"
          disabled={readOnly}
          leftSection={<IconPlus size={14} aria-hidden />}
          rightSection={<Keys of="C" />}
          onClick={create}
        >
          {t('rooms.create.title')}
        </Button>
      </BarActions>
      <RoomTools rows={rows} filter={filter} onFilter={setFilter} hidden={table.hidden} onHidden={(hidden) => change({ ...table, hidden })}>
        <Freshness takenAt={list.data?.takenAt} failed={list.isError} />
      </RoomTools>
      {rows.length === 0 || list.isError ? <NoRooms list={list} hasRows={rows.length > 0} onCreate={create} /> : null}
      {rows.length > 0 && (
        <DataTable
          label={t('sections.rooms')}
          rows={shown}
          idOf={idOf}
          columns={columns}
          sort={table}
          onSort={(sort) => change({ ...table, ...sort })}
          filter={filter}
          rowHeight={rowHeight}
          at={at}
          onAt={setAt}
          selected={selected}
          onSelect={setSelected}
          onOpen={({ name }) => goRoom(name)}
          onKey={(key, { name }) => key === '⌫' && askToClose(selected.size > 0 ? chosen.map(idOf) : [name])}
          onVisible={setVisible}
          isProblem={(room) => room.ghost || isNearlyFull(room)}
          rowMark={({ ghost }) => (ghost ? 'ghost' : undefined)}
        />
      )}
      {chosen.length > 0 && <BulkBar rooms={chosen} readOnly={readOnly} onClose={() => askToClose(chosen.map(idOf))} />}
      <footer className="status">
        <span>{t('rooms.shown', { shown: shown.length.toLocaleString(), count: rows.length })}</span>
        <span>{t('rooms.people', { count: rows.reduce((sum, { participants }) => sum + participants, 0) })}</span>
        <span className="hints">
          <Keys of="J K" /> {t('table.move')} <Keys of="X" /> {t('table.pick')} <Keys of="↵" /> {t('table.open')}
        </span>
      </footer>
      {dialog?.kind === 'create' && <CreateRoom onClose={closeDialog} />}
      {dialog?.kind === 'metadata' && <EditMetadata room={dialog.room.name} metadata={dialog.room.metadata} onClose={closeDialog} />}
      {dialog?.kind === 'rescue' && <RescueRoom key={dialog.room.name} room={dialog.room.name} onClose={closeDialog} />}
      {dialog?.kind === 'close' && (
        <CloseRooms
          key={JSON.stringify(dialog.rooms)}
          rooms={dialog.rooms}
          people={peopleIn(dialog.rooms)}
          onClose={closeDialog}
          onDone={() => {
            closeDialog();
            setSelected(none);
          }}
        />
      )}
    </Screen>
  );
}
