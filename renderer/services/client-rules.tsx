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
        <dt>{t('endpoint.fields.preset')}</dt>
        <dd>{preset && presetName(preset)}</dd>
        <dt>{t('endpoint.fields.rooms')}</dt>
        <dd>{rooms.length > 0 ? <SafeText text={rooms.join(', ')} longest={300} /> : t('endpoint.anyRoom')}</dd>
        <dt>{t('endpoint.fields.identity')}</dt>
        <dd>
          {t(`endpoint.rules.${identityRule}`)} <SafeText text={identity} longest={128} />
        </dd>
        <dt>{t('endpoint.fields.longest')}</dt>
        <dd>{formatLifetime(longestLifetimeSeconds)}</dd>
        <dt>{t('endpoint.fields.perMinute')}</dt>
        <dd>{perMinute}</dd>
        <dt>{t('endpoint.fields.origins')}</dt>
        <dd>{origins.length > 0 ? <SafeText text={origins.join(', ')} longest={300} /> : t('endpoint.fields.noOrigins')}</dd>
      </dl>
    </section>
  );
}
