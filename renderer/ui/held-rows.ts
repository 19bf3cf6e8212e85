import { useState } from 'react';

/** A row as the table shows it; `gone`: no longer in the data, kept in its place while the pointer is over the table. */
export type Shown<Row> = { row: Row; gone: boolean };

/** The rows in the order in which they stood, newly come ones at the end: nothing moves under the pointer. */
export function holdOrder<Row>(before: Shown<Row>[], rows: Row[], idOf: (row: Row) => string): Shown<Row>[] {
  const now = new Map(rows.map((row) => [idOf(row), row]));
  const held = before.map(({ row }) => {
    const id = idOf(row);
    const current = now.get(id);
    now.delete(id);
    return current === undefined ? { row, gone: true } : { row: current, gone: false };
  });
  return [...held, ...[...now.values()].map((row) => ({ row, gone: false }))];
}

/** `arrangement` names sort and filter: when the user changes them, the rows may move. */
export function useHeldRows<Row>(rows: Row[], idOf: (row: Row) => string, held: boolean, arrangement: string): Shown<Row>[] {
  const fresh = () => rows.map((row) => ({ row, gone: false }));
  const [state, setState] = useState(() => ({ rows, held, arrangement, shown: fresh() }));
  if (state.rows === rows && state.held === held && state.arrangement === arrangement) return state.shown;
  const shown = held && state.arrangement === arrangement ? holdOrder(state.shown, rows, idOf) : fresh();
  setState({ rows, held, arrangement, shown });
  return shown;
}
