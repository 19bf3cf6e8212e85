import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointClient } from '../../main/contract/endpoint';
import { formatLifetime } from '../../main/contract/lifetime';
import { usePresetName, usePresets } from '../ui/presets';
import { SafeText } from '../ui/safe-text';

/** What this client may ask for, to be checked before its key is handed on. */
export function ClientRules({ client }: { client: EndpointClient }) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const preset = usePresets().data?.find(({ id }) => id === client.presetId);
  const { rooms, identityRule, identity, longestLifetimeSeconds, perMinute, origins } = client;
  return (
    <section aria-label={t('endpoint.itsRules')}>
      <h3>{t('endpoint.itsRules')}</h3>
      <dl className="pairs wide">
        <Rule name={t('endpoint.fields.preset')}>{preset && presetName(preset)}</Rule>
        <Rule name={t('endpoint.fields.rooms')}>
          {rooms.length > 0 ? <SafeText text={rooms.join(', ')} longest={300} /> : t('endpoint.anyRoom')}
        </Rule>
        <Rule name={t('endpoint.fields.identity')}>
          {t(`endpoint.rules.${identityRule}`)} <SafeText text={identity} longest={128} />
        </Rule>
        <Rule name={t('endpoint.fields.longest')}>{formatLifetime(longestLifetimeSeconds)}</Rule>
        <Rule name={t('endpoint.fields.perMinute')}>{perMinute}</Rule>
        <Rule name={t('endpoint.fields.origins')}>
          {origins.length > 0 ? <SafeText text={origins.join(', ')} longest={300} /> : t('endpoint.fields.noOrigins')}
        </Rule>
      </dl>
    </section>
  );
}

const Rule = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
