import type { Preferences } from '../../main/contract/preferences';
import { api } from '../api';
import type { Sort } from './data-table';
import { usePreferences } from './queries';

type Table = Preferences['tables'][string];
/** One and the same at each render: columns are worked out anew when it changes. */
const nothing: string[] = [];

/** Columns and order of a table, remembered in the settings: the page itself has nowhere to keep them. */
export function useTablePreferences(name: string, sort: Sort): { table: Table; change: (table: Table) => void } {
  const tables = usePreferences().data?.tables ?? {};
  return {
    table: tables[name] ?? { hidden: nothing, ...sort },
    change: (table) => void api['preferences.change']({ tables: { ...tables, [name]: table } }),
  };
}
