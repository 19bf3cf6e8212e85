import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { DataTableProps } from './data-table';
import type { Shown } from './held-rows';

export type TableKeys = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Selects or unselects a row; with `extend` every row since the last one picked. */
  pick: (id: string, extend: boolean) => void;
};

const steps: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
const isField = (target: EventTarget) => target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');

export function useTableKeys<Row>(
  { idOf, at, onAt, selected, onSelect, onOpen, onKey }: DataTableProps<Row>,
  shown: Shown<Row>[],
  pane: RefObject<HTMLElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
): TableKeys {
  const anchor = useRef<string | null>(null);
  const indexOf = (id: string | null) => shown.findIndex(({ row }) => idOf(row) === id);

  function moveTo(index: number) {
    const item = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (!item) return;
    const id = idOf(item.row);
    onAt(id);
    virtual.scrollToIndex(indexOf(id), { align: 'auto' });
    // The row may be in the document only after the scroll has been drawn.
    requestAnimationFrame(() =>
      pane.current?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
    );
  }

  function pick(id: string, extend: boolean) {
    if (!onSelect) return;
    const next = new Set(selected);
    const [from, to] = [indexOf(anchor.current), indexOf(id)].sort((a, b) => a - b);
    if (extend && from !== undefined && to !== undefined && from >= 0) {
      for (const { row } of shown.slice(from, to + 1)) next.add(idOf(row));
    } else if (!next.delete(id)) next.add(id);
    anchor.current = id;
    onSelect(next);
  }

  function own(event: KeyboardEvent): boolean {
    const step = steps[event.key];
    if (step !== undefined) {
      moveTo(at === null ? 0 : indexOf(at) + step);
      return true;
    }
    const row = shown[indexOf(at)]?.row;
    if (row === undefined) return false;
    if (event.key.toLowerCase() === 'x' && onSelect) {
      pick(idOf(row), event.shiftKey);
      return true;
    }
    if (event.key === 'Enter' && onOpen && event.target instanceof HTMLTableRowElement) {
      onOpen(row);
      return true;
    }
    return onKey?.(event.key, row) ?? false;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    if (own(event)) event.preventDefault();
  }
  return { onKeyDown, pick };
}
