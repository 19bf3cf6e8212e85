import { TextInput } from '@mantine/core';
import IconFilter from '@tabler/icons-react/icons/IconFilter';
import { type ReactNode, useRef } from 'react';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';

type Tools<Id extends string> = {
  /** The name of the filter field. */
  label: string;
  text: string;
  onText: (text: string) => void;
  filters: { id: Id; label: string; count: number }[];
  filter: Id | undefined;
  onFilter: (id: Id) => void;
  children: ReactNode;
};

/** The line above a table: a filter, ready-made ones with their counts, how old it all is. */
export function MediaTools<Id extends string>({ label, text, onText, filters, filter, onFilter, children }: Tools<Id>) {
  const field = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => field.current?.focus() });
  return (
    <div className="tools">
      <TextInput
        ref={field}
        className="media-filter"
        aria-label={label}
        placeholder={label}
        leftSection={<IconFilter size={14} aria-hidden />}
        rightSection={<Keys of="/" />}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      {filters.map((one) => (
        <button key={one.id} type="button" className="filter" aria-pressed={one.id === filter} onClick={() => onFilter(one.id)}>
          {one.label}
          <span>{one.count.toLocaleString()}</span>
        </button>
      ))}
      {children}
    </div>
  );
}
