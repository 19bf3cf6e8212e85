import { Checkbox } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown';
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp';
import { useTranslation } from 'react-i18next';
import type { Column, DataTableProps, Sort } from './data-table';

const selectWidth = 42;
/** Shows the beginning of a name. */
const leastColumn = 112;

/** Under which a column that takes what is left would have next to nothing: a narrow window scrolls the table sideways before that. */
export function leastWidth<Row>({ columns, onSelect }: Pick<DataTableProps<Row>, 'columns' | 'onSelect'>): number {
  return columns.reduce((sum, { width = leastColumn }) => sum + width, onSelect ? selectWidth : 0);
}

export function TableHead<Row>({ columns, sort, onSort, selected, onSelect, all }: DataTableProps<Row> & { all: string[] }) {
  const { t } = useTranslation();
  const some = selected !== undefined && selected.size > 0;
  const every = some && all.every((id) => selected.has(id));
  return (
    <>
      <colgroup>
        {onSelect && <col style={{ width: selectWidth }} />}
        {columns.map(({ id, width }) => (
          <col key={id} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {onSelect && (
            <th scope="col">
              <Checkbox
                aria-label={t('table.selectAll')}
                checked={every}
                indeterminate={some && !every}
                onChange={() => onSelect(new Set(every ? [] : all))}
              />
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  );
}

function Head<Row>({
  column: { id, head, align, compare },
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const by = sort.column === id;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={align} aria-sort={by ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      {compare ? (
        <button type="button" onClick={() => onSort({ column: id, descending: by ? !sort.descending : align === 'num' })}>
          {head}
          {by && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        head
      )}
    </th>
  );
}
