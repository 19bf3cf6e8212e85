import { useTranslation } from 'react-i18next';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { sectionViews, useSectionViews } from '../ui/section-views';
import { Webhooks } from '../webhooks/webhooks';
import { Endpoint } from './endpoint';
import { LocalServer } from './local-server';
import './services.css';
import './endpoint.css';

export default function Services() {
  const { t } = useTranslation();
  const at = useView('services', sectionViews.services);
  const views = useSectionViews().services;
  return (
    <Screen title={t('sections.services')} views={{ section: 'services', at, all: views }}>
      {at === 'endpoint' && <Endpoint />}
      {at === 'webhooks' && <Webhooks />}
      {at === 'local-server' && <LocalServer />}
    </Screen>
  );
}
