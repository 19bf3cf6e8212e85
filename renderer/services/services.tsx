import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen, Views } from '../ui/screen';
import { LocalServer } from './local-server';
import './services.css';

const ids = ['local-server'] as const;

export default function Services() {
  const { t } = useTranslation();
  const at = useView('services', ids);
  const views = [{ id: 'local-server', label: t('services.localServer') }];
  return (
    <Screen title={t('sections.services')} bar={<Views section="services" views={views} at={at} />}>
      <LocalServer />
    </Screen>
  );
}
