import { TextInput, type TextInputProps } from '@mantine/core';
import IconFilter from '@tabler/icons-react/icons/IconFilter';
import { useRef } from 'react';
import { useHotkeys } from './hotkeys';
import { Keys } from './marks';

type Field = Omit<TextInputProps, 'aria-label' | 'value' | 'onChange'> & { label: string; text: string; onText: (text: string) => void };

/** Above a list: what it is narrowed by. `/` goes there. */
export function FilterField({ label, text, onText, ...rest }: Field) {
  const field = useRef<HTMLInputElement>(null);
  useHotkeys({ '/': () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      className="filter-field"
      aria-label={label}
      placeholder={label}
      leftSection={<IconFilter size={14} aria-hidden />}
      rightSection={<Keys of="/" />}
      value={text}
      onChange={({ target }) => onText(target.value)}
      {...rest}
    />
  );
}

type Chips<Id extends string> = {
  /** `count`: how many of the list it lets through, once that is known. */
  all: { id: Id; label: string; count?: number | undefined }[];
  picked: Id | undefined;
  onPick: (id: Id) => void;
};

/** Ready-made filters, one of which is on. */
export const FilterChips = <Id extends string>({ all, picked, onPick }: Chips<Id>) =>
  all.map(({ id, label, count }) => (
    <button key={id} type="button" className="filter" aria-pressed={id === picked} onClick={() => onPick(id)}>
      {label}
      {count !== undefined && <span>{count.toLocaleString()}</span>}
    </button>
  ));
