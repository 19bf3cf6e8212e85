import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/screen';

export default function Settings() {
  const { t } = useTranslation();
  return <Screen title={t('sections.settings')}>{null}</Screen>;
}
