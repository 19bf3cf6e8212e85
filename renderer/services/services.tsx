import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { Webhooks } from '../webhooks/webhooks';
import { Endpoint } from './endpoint';
import { LocalServer } from './local-server';
import './services.css';
import './endpoint.css';

const ids = ['endpoint', 'webhooks', 'local-server'] as const;

export default function Services() {
  const { t } = useTranslation();
  const at = useView('services', ids);
  const views = [
    { id: 'endpoint', label: t('endpoint.title') },
    { id: 'webhooks', label: t('webhooks.title') },
    { id: 'local-server', label: t('services.localServer') },
  ];
  return (
    <Screen title={t('sections.services')} views={{ section: 'services', at, all: views }}>
      {at === 'endpoint' && <Endpoint />}
      {at === 'webhooks' && <Webhooks />}
      {at === 'local-server' && <LocalServer />}
    </Screen>
  );
}
