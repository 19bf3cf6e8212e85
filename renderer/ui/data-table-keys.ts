import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { DataTableProps } from './data-table';
import type { Shown } from './held-rows';
import { isSingle, isTyping, nameOfPress, useHotkeys, useSingleKeys } from './hotkeys';
import { isKey } from './keys';

export type TableKeys = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Selects or unselects a row; with `extend` every row since the last one picked. */
  pick: (id: string, extend: boolean) => void;
};

const steps: Record<string, number> = {
  '↓': 1,
  J: 1,
  '↑': -1,
  K: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function useTableKeys<Row>(
  { idOf, at, onAt, selected, onSelect, onOpen, onKey, isProblem }: DataTableProps<Row>,
  shown: Shown<Row>[],
  pane: RefObject<HTMLElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
): TableKeys {
  const anchor = useRef<string | null>(null);
  const singleKeys = useSingleKeys();
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

  /** From the current row on, round to the top. */
  function toNextProblem() {
    const from = indexOf(at) + 1;
    const order = shown.map((_, offset) => (from + offset) % shown.length);
    const next = isProblem && order.find((index) => shown[index] && isProblem(shown[index].row));
    return next === undefined ? false : moveTo(next);
  }
  const moveBy = (step: number) => (shown.length > 0 ? moveTo(at === null ? 0 : indexOf(at) + step) : false);
  // Also while the focus is elsewhere, as in the panel of the current row.
  const [down, up] = [() => moveBy(1), () => moveBy(-1)];
  useHotkeys({ F8: toNextProblem, J: down, K: up });

  function act(name: string, row: Row, target: EventTarget): boolean {
    if ((name === 'X' || name === 'Shift X') && onSelect) {
      pick(idOf(row), name !== 'X');
      return true;
    }
    // Enter on a control in the row is the control's.
    if (name === '↵' && onOpen && target instanceof HTMLTableRowElement) {
      onOpen(row);
      return true;
    }
    return isKey(name) && (onKey?.(name, row) ?? false);
  }
  function own(name: string, target: EventTarget): boolean {
    const step = steps[name];
    if (step !== undefined) {
      moveBy(step);
      return true;
    }
    const row = shown[indexOf(at)]?.row;
    return row !== undefined && act(name, row, target);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { nativeEvent, target } = event;
    if (isTyping(target) || (isSingle(nativeEvent) && !singleKeys)) return;
    if (own(nameOfPress(nativeEvent), target)) event.preventDefault();
  }
  return { onKeyDown, pick };
}
