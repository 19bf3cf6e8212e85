import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, type Sort } from '../ui/data-table';
import { useDensity } from '../ui/density';
import { Freshness } from '../ui/freshness';
import type { KeyName } from '../ui/keys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useTablePreferences } from '../ui/table-preferences';
import { FilterChips, FilterField } from '../ui/table-tools';

type Pane<Row, Id extends string> = {
  /** The accessible name of the pane, and of its filter field. */
  label: string;
  filterLabel: string;
  rows: Row[];
  filters: readonly { id: Id; label: string; holds: (row: Row) => boolean }[];
  /** What the filter field looks in. */
  textOf: (row: Row) => unknown[];
  takenAt: number;
  /** Why the last refresh failed; the rows are those before it. */
  error: Error | null;
  /** In the foot: how many there are, and the keys of this pane's table. */
  count: string;
  keys: ReactNode;
  /** `shown`: by filter and text. `holds`: by text alone. `filter` names both, for the table. */
  children: (found: { shown: Row[]; holds: (row: Row) => boolean; filter: string }) => ReactNode;
};

/** One list that the server keeps: the tools above it, what is in it, how many that are. */
export function MediaPane<Row, Id extends string>({ rows, filters, textOf, children, ...pane }: Pane<Row, Id>) {
  const { t } = useTranslation();
  const [id, setId] = useState(filters[0]?.id);
  const [text, setText] = useState('');
  const filter = filters.find((one) => one.id === id);
  const wanted = text.trim().toLowerCase();
  const holds = (row: Row) => textOf(row).join(' ').toLowerCase().includes(wanted);
  return (
    <section className="pane" aria-label={pane.label}>
      <div className="tools">
        <FilterField label={pane.filterLabel} text={text} onText={setText} />
        <FilterChips
          all={filters.map((one) => ({ id: one.id, label: one.label, count: rows.filter(one.holds).length }))}
          picked={id}
          onPick={setId}
        />
        <Freshness takenAt={pane.takenAt} failed={pane.error !== null} />
      </div>
      <Problem error={pane.error} />
      {children({ shown: rows.filter((row) => (filter?.holds(row) ?? true) && holds(row)), holds, filter: `${id} ${wanted}` })}
      <footer className="status">
        <span>{pane.count}</span>
        <span className="hints">
          <Keys of="J K" /> {t('table.move')} {pane.keys}
        </span>
      </footer>
    </section>
  );
}

type Table<Row> = {
  label: string;
  /** Under which its order is kept. */
  name: string;
  sort: Sort;
  rows: Row[];
  columns: Column<Row>[];
  filter: string;
  at: string | null;
  onAt: (row: Row | null) => void;
  onKey: (key: KeyName, row: Row) => boolean;
  isProblem?: (row: Row) => boolean;
};
const idOf = ({ id }: { id: string }) => id;

/** A table of such a pane, in the order that the operator gave it. */
export function MediaTable<Row extends { id: string }>({ name, sort, rows, onAt, ...given }: Table<Row>) {
  const { table, change } = useTablePreferences(name, sort);
  const rowHeight = useDensity() === 'roomy' ? 38 : 32;
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  return (
    <DataTable
      {...given}
      rows={rows}
      idOf={idOf}
      sort={table}
      onSort={(to) => change({ ...table, ...to })}
      rowHeight={rowHeight}
      onAt={(id) => onAt(byId.get(id ?? '') ?? null)}
    />
  );
}
