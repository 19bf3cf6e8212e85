import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen, Views } from '../ui/screen';
import { Webhooks } from '../webhooks/webhooks';
import { LocalServer } from './local-server';
import './services.css';

const ids = ['webhooks', 'local-server'] as const;

export default function Services() {
  const { t } = useTranslation();
  const at = useView('services', ids);
  const views = [
    { id: 'webhooks', label: t('webhooks.title') },
    { id: 'local-server', label: t('services.localServer') },
  ];
  return (
    <Screen title={t('sections.services')} bar={<Views section="services" views={views} at={at} />}>
      {at === 'webhooks' ? <Webhooks /> : <LocalServer />}
    </Screen>
  );
}
