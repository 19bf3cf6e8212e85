import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';

/** The server's own dispatch has no name: it is for every worker without one. */
export function AgentName({ name }: { name: string }) {
  const { t } = useTranslation();
  return name ? <SafeText text={name} longest={60} /> : <span className="dim">{t('agents.nameless')}</span>;
}
