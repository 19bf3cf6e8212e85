import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import { SidePanel, type usePanel } from '../ui/side-panel';

/** What there is to know before the first delivery has come. */
export function NoDelivery({ panel }: { panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  return (
    <SidePanel panel={panel} label={t('webhooks.delivery')} title={t('webhooks.know.title')}>
      <div className="findings">
        {(['signature', 'keys', 'again', 'kept'] as const).map((what) => (
          <Finding key={what} tone="plain" title={t(`webhooks.know.${what}`)}>
            {t(`webhooks.know.${what}Means`)}
          </Finding>
        ))}
      </div>
    </SidePanel>
  );
}
