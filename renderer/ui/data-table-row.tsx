import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataTableProps } from './data-table';
import type { Shown } from './held-rows';

type RowProps<Row> = DataTableProps<Row> & {
  id: string;
  item: Shown<Row>;
  index: number;
  isAt: boolean;
  /** The row that takes the focus while none is the current one. */
  isFirst: boolean;
  isSelected: boolean | undefined;
  onPick: (id: string, extend: boolean) => void;
};

export function TableRow<Row>({
  columns,
  item,
  index,
  id,
  isAt,
  isFirst,
  isSelected,
  onAt,
  onOpen,
  onSelect,
  onPick,
  rowMark,
}: RowProps<Row>) {
  const { t } = useTranslation();
  const { row, gone } = item;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? isAt}
      data-at={isAt || undefined}
      data-gone={gone || undefined}
      data-id={id}
      className={rowMark?.(row)}
      tabIndex={isAt || isFirst ? 0 : -1}
      onFocus={() => onAt(id)}
      onDoubleClick={() => onOpen?.(row)}
    >
      {onSelect && (
        <td>
          <Checkbox
            aria-label={t('table.select', { name: id })}
            checked={isSelected ?? false}
            tabIndex={-1}
            onClick={(event) => onPick(id, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className={column.align}>
          {column.cell(row, isAt && !gone)}
        </td>
      ))}
    </tr>
  );
}
