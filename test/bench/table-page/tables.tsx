import { useMemo, useState } from 'react';
import { useRoomColumns } from '../../../renderer/rooms/room-columns';
import { roomFilter } from '../../../renderer/rooms/room-filter';
import type { RoomRow } from '../../../renderer/rooms/use-room-rows';
import { DataTable } from '../../../renderer/ui/data-table';

const now = Date.now();
const none: string[] = [];
const rows = Array.from({ length: 10_000 }, (_, index): RoomRow => {
  const participants = (index * 7919) % 60;
  return {
    name: `clinic/ward-${index % 97}/round-${index}`,
    sid: `RM_${index.toString(36).padStart(12, '0')}`,
    createdAt: now - index * 977,
    participants,
    publishers: participants % 9,
    maxParticipants: index % 3 ? 0 : 80,
    emptyTimeout: 300,
    departureTimeout: 20,
    recording: index % 50 === 0,
    metadata: index % 4 ? '' : `{"case":"C-${index}"}`,
    counted: false,
    ghost: false,
    watched: false,
    recorded: undefined,
  };
});
const idOf = ({ name }: RoomRow) => name;

/** The same rows, cells and React, all of them in the document. */
export function NaiveTable() {
  const columns = useRoomColumns(now, none);
  return (
    <div style={{ height: '100vh', overflow: 'auto' }}>
      <table className="table">
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              {columns.map(({ id, align, cell }) => (
                <td key={id} className={align}>
                  {cell(row, false)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As the rooms screen has it. */
export function FilteredTable() {
  const columns = useRoomColumns(now, none);
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState({ column: 'people', descending: true });
  const [at, setAt] = useState<string | null>(null);
  const holds = useMemo(() => roomFilter(filter, now), [filter]);
  const shown = useMemo(() => rows.filter(holds), [holds]);
  return (
    <div style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <input aria-label="Filter" value={filter} onChange={({ currentTarget }) => setFilter(currentTarget.value)} />
      <DataTable
        label="Rooms"
        rows={shown}
        idOf={idOf}
        columns={columns}
        sort={sort}
        onSort={setSort}
        filter={filter}
        rowHeight={32}
        at={at}
        onAt={setAt}
      />
    </div>
  );
}
