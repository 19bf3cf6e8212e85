import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { preferences } from '../../../main/contract/preferences';
import { startI18n } from '../../../renderer/i18n/i18n';
import { DataTable } from '../../../renderer/ui/data-table';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
beforeAll(() => startI18n());
let root: Root | undefined;
afterEach(() => act(() => root?.unmount()));

type Row = { id: string; bad?: boolean };
const rows: Row[] = [{ id: 'a' }, { id: 'b', bad: true }, { id: 'c' }, { id: 'd', bad: true }];
const columns = [{ id: 'id', head: 'Id', compare: (a: Row, b: Row) => a.id.localeCompare(b.id), cell: ({ id }: Row) => id }];

function Table({ onKey, onAt }: { onKey: (key: string) => boolean; onAt: (id: string | null) => void }) {
  const [at, setAt] = useState<string | null>(null);
  return (
    <DataTable
      label="Rows"
      rows={rows}
      idOf={({ id }) => id}
      columns={columns}
      sort={{ column: 'id', descending: false }}
      onSort={() => undefined}
      rowHeight={32}
      at={at}
      onAt={(id) => {
        setAt(id);
        onAt(id);
      }}
      onKey={onKey}
      isProblem={({ bad }) => bad === true}
    />
  );
}

/** Answers what presses a key in the table, and what that came to. */
async function show({ singleKeys = true } = {}) {
  const client = new QueryClient();
  client.setQueryData(['preferences.get'], preferences.parse({ singleKeys }));
  document.body.innerHTML = '<div id="root"></div>';
  const place = document.getElementById('root');
  if (!place) throw new Error('no root');
  root = createRoot(place);
  const [onKey, onAt] = [vi.fn(() => true), vi.fn()];
  await act(async () =>
    root?.render(
      <QueryClientProvider client={client}>
        <Table onKey={onKey} onAt={onAt} />
      </QueryClientProvider>,
    ),
  );
  const press = (init: KeyboardEventInit) =>
    act(async () => void place.querySelector('section')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init })));
  return { press, onKey, at: () => onAt.mock.lastCall?.[0] };
}

test('a table moves by J under Caps Lock and by the place of J on a layout without Latin letters', async () => {
  const { press, at } = await show();
  await press({ key: 'J', code: 'KeyJ' });
  expect(at()).toBe('a');
  await press({ key: 'о', code: 'KeyJ' });
  expect(at()).toBe('b');
  await press({ key: 'k', code: 'KeyK' });
  expect(at()).toBe('a');
});

test('a row’s own keys come by their names, with Shift where it is held', async () => {
  const { press, onKey } = await show();
  await press({ key: 'ArrowDown' });
  for (const init of [{ key: 'M' }, { key: 'm', shiftKey: true }, { key: 'Backspace' }]) await press(init);
  expect(onKey.mock.calls).toEqual([
    ['M', rows[0]],
    ['Shift M', rows[0]],
    ['⌫', rows[0]],
  ]);
});

test('switched off, single letters do nothing in a table, and arrows and ⌫ still act', async () => {
  const { press, onKey, at } = await show({ singleKeys: false });
  await press({ key: 'j', code: 'KeyJ' });
  expect(at()).toBe(undefined);
  await press({ key: 'ArrowDown' });
  expect(at()).toBe('a');
  await press({ key: 'm', code: 'KeyM' });
  expect(onKey).not.toHaveBeenCalled();
  await press({ key: 'Backspace' });
  expect(onKey).toHaveBeenCalledTimes(1);
});

test('F8 goes from problem to problem, and round to the first', async () => {
  const { press, at } = await show();
  const seen = [];
  for (let count = 0; count < 3; count += 1) {
    await press({ key: 'F8' });
    seen.push(at());
  }
  expect(seen).toEqual(['b', 'd', 'b']);
});
