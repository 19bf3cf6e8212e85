import { useTranslation } from 'react-i18next';
import type { KeyName } from './keys';

/** The views of each section that has several, in the order of their tabs; the first one is open at first. */
export const sectionViews = {
  tokens: ['issue', 'inspect'],
  join: ['room', 'check', 'rights'],
  media: ['egress', 'ingress', 'sip', 'agents'],
  services: ['endpoint', 'webhooks', 'local-server'],
  settings: ['servers', 'presets', 'appearance', 'keyboard', 'about'],
} as const;

const keys = { issue: 'N', inspect: 'I' } as const;
const services = { endpoint: 'endpoint.title', webhooks: 'webhooks.title', 'local-server': 'services.localServer' } as const;

export type SectionView = { id: string; label: string; keys?: KeyName };

/** What the tabs of a section say, and the palette of each view. */
export function useSectionViews() {
  const { t } = useTranslation();
  return {
    tokens: sectionViews.tokens.map((id) => ({ id, label: t(`tokens.views.${id}`), keys: keys[id] })),
    join: sectionViews.join.map((id) => ({ id, label: t(`check.views.${id}`) })),
    media: sectionViews.media.map((id) => ({ id, label: t(`media.views.${id}`) })),
    services: sectionViews.services.map((id) => ({ id, label: t(services[id]) })),
    settings: sectionViews.settings.map((id) => ({ id, label: t(`settings.views.${id}`) })),
  };
}
