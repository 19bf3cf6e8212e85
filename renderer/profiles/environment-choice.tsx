import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Environment, environments } from '../../main/contract/profiles';
import { EnvironmentMark } from '../ui/marks';

export function EnvironmentChoice({ value, onChange }: { value: Environment; onChange: (value: Environment) => void }) {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div>
      <div className="rk-label" id={label}>
        {t('profiles.environment')}
      </div>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        value={value}
        onChange={(chosen) => onChange(environments.find((known) => known === chosen) ?? value)}
        data={environments.map((of) => ({ value: of, label: <EnvironmentMark of={of} /> }))}
      />
    </div>
  );
}
