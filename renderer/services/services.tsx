import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/screen';

export default function Services() {
  const { t } = useTranslation();
  return <Screen title={t('sections.services')}>{null}</Screen>;
}
