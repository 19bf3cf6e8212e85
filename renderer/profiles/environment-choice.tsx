import { useTranslation } from 'react-i18next';
import { type Environment, environments } from '../../main/contract/profiles';
import { Choice } from '../ui/choice';
import { EnvironmentMark } from '../ui/marks';

export function EnvironmentChoice({ value, onChange }: { value: Environment; onChange: (value: Environment) => void }) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('profiles.environment')}
      value={value}
      onChange={onChange}
      options={environments.map((of) => ({ value: of, label: <EnvironmentMark of={of} /> }))}
    />
  );
}
