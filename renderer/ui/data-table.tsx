import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastWidth, TableHead } from './data-table-head';
import { type TableKeys, useTableKeys } from './data-table-keys';
import { TableRow } from './data-table-row';
import { useHeldRows } from './held-rows';
import type { KeyName } from './keys';
import './data-table.css';

export type Column<Row> = {
  id: string;
  head: string;
  /** Pixels; a column without a width takes what is left. */
  width?: number;
  align?: 'num' | 'mid';
  compare?: (a: Row, b: Row) => number;
  cell: (row: Row, isAt: boolean) => ReactNode;
};
export type Sort = { column: string; descending: boolean };

export type DataTableProps<Row> = {
  /** The accessible name of the table. */
  label: string;
  rows: Row[];
  idOf: (row: Row) => string;
  columns: Column<Row>[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Names the filter in force: when it changes, rows may move under the pointer. */
  filter?: string;
  rowHeight: number;
  at: string | null;
  onAt: (id: string | null) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  onOpen?: (row: Row) => void;
  /** Keys beyond moving and selecting; true: it was ours. */
  onKey?: (key: KeyName, row: Row) => boolean;
  /** What F8 goes to. */
  isProblem?: (row: Row) => boolean;
  /** Ids of the rows on screen, at each change. */
  onVisible?: (ids: string[]) => void;
  rowMark?: (row: Row) => string | undefined;
};

/**
 * Rows by the ten thousand: only those on screen are in the document. A refresh keeps scroll, focus and selection, and moves no
 * row while the pointer is over the table. The table is one tab stop; arrows or J and K move in it.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, idOf, columns, sort, filter = '', rowHeight, at, selected, onVisible } = props;
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const { column, descending } = sort;
  const sorted = useMemo(() => sortRows(rows, columns, { column, descending }, idOf), [rows, columns, column, descending, idOf]);
  const shown = useHeldRows(sorted, idOf, held, `${column} ${descending} ${filter}`);
  const all = useMemo(() => shown.map(({ row }) => idOf(row)), [shown, idOf]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => pane.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const above = first?.start ?? 0;
  const below = last ? virtual.getTotalSize() - last.end : 0;

  // As text, to tell a change; JSON, since a room's name may hold any character.
  const visible = JSON.stringify(items.flatMap(({ index }) => all[index] ?? []));
  useEffect(() => {
    onVisible?.(JSON.parse(visible));
  }, [visible, onVisible]);
  const keys: TableKeys = useTableKeys(props, shown, pane, virtual);

  return (
    <section
      className="table-pane"
      ref={pane}
      aria-label={t('table.scrolls', { label })}
      onPointerEnter={() => setHeld(true)}
      // No enter is told of a table that came to be under a resting pointer.
      onPointerMove={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onKeyDown={keys.onKeyDown}
    >
      <table className="table" aria-label={label} aria-rowcount={shown.length + 1} style={{ '--least': `${leastWidth(props)}px` }}>
        <TableHead {...props} all={all} />
        <tbody>
          {above > 0 && <tr aria-hidden className="spacer" style={{ height: above }} />}
          {items.map(({ index }) => {
            const item = shown[index];
            if (!item) return null;
            const id = idOf(item.row);
            return (
              <TableRow
                key={id}
                {...props}
                id={id}
                item={item}
                index={index}
                isAt={id === at}
                isFirst={index === 0 && at === null}
                isSelected={selected?.has(id)}
                onPick={keys.pick}
              />
            );
          })}
          {below > 0 && <tr aria-hidden className="spacer" style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

/** Equals stand by id: the server's own order is another one each time. */
function sortRows<Row>(rows: Row[], columns: Column<Row>[], { column, descending }: Sort, idOf: (row: Row) => string): Row[] {
  const compare = columns.find(({ id }) => id === column)?.compare ?? (() => 0);
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a, b) || (idOf(a) < idOf(b) ? -1 : 1));
}
