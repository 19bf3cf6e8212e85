import { Switch } from '@mantine/core';
import { type Control, Controller } from 'react-hook-form';
import type { ServerOutput, ServerValues } from './server-schema';

type Props = {
  control: Control<ServerValues, unknown, ServerOutput>;
  name: 'reasonRequired' | `watching.${'observe' | 'levels' | 'peek'}`;
  label: string;
  hint: string;
};

/** One thing that is allowed or asked for, with what it means. */
export function Toggle({ control, name, label, hint }: Props) {
  return (
    <div className="grant flat-row">
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange, onBlur } }) => (
          <Switch
            label={label}
            description={hint}
            checked={value}
            onChange={onChange}
            onBlur={onBlur}
            classNames={{ body: 'grant-body', labelWrapper: 'grant-text', label: 'grant-label', description: 'rk-hint' }}
          />
        )}
      />
    </div>
  );
}
