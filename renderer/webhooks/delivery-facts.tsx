import { useTranslation } from 'react-i18next';
import type { DeliveryDetails } from '../../main/contract/webhooks';
import { SafeText } from '../ui/safe-text';
import { useAge } from '../ui/time';
import { timesIn } from '../ui/times';

/** When it came and was signed, what was answered, how often, and what became of it. */
export function DeliveryFacts({ delivery }: { delivery: DeliveryDetails }) {
  const { t, i18n } = useTranslation();
  const age = useAge();
  const { at, signedAt, answered, hash, bytes, tries, from, profile, apiKey, eventId, forwarded, forward } = delivery;
  const apart = signedAt === null ? '' : age(Math.abs(Date.parse(at) - Date.parse(signedAt)));
  const size = t('webhooks.facts.bytes', { count: bytes });
  const facts: [label: string, value: string][] = [
    [t('webhooks.columns.time'), timesIn(i18n.language).moment(at)],
    [t('webhooks.facts.answered'), t('webhooks.facts.in', { status: answered.status, ms: answered.ms })],
    [t('webhooks.facts.hash'), hash ? `${t(`webhooks.facts.${hash}`)}, ${size}` : size],
    [t('webhooks.facts.signed'), apart && t('webhooks.facts.apart', { apart })],
    [t('webhooks.facts.tries'), String(tries)],
    [t('webhooks.facts.from'), from],
    [t('webhooks.facts.server'), profile?.name ?? ''],
    [t('webhooks.facts.key'), apiKey],
    [t('webhooks.facts.id'), eventId],
    [t('webhooks.facts.forwarded'), forwarded ? `${t(`webhooks.forwarded.${forwarded}`)} ${forward?.status ?? forward?.answer ?? ''}` : ''],
  ];
  return (
    <dl className="pairs wide">
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <SafeText text={value} longest={200} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
