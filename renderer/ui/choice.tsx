import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode }[];
  /** As wide as what they say, not as the form. */
  isNarrow?: boolean;
};

/** One of a few that all stay in sight, under a label. */
export function Choice<Value extends string>({ label, value, onChange, options, isNarrow = false }: Props<Value>) {
  const id = useId();
  return (
    <div>
      <div className="rk-label" id={id}>
        {label}
      </div>
      <SegmentedControl fullWidth={!isNarrow} aria-labelledby={id} value={value} onChange={onChange} data={options} />
    </div>
  );
}
