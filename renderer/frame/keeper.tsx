import IconClock from '@tabler/icons-react/icons/IconClock';
import IconLock from '@tabler/icons-react/icons/IconLock';
import IconPlugConnectedX from '@tabler/icons-react/icons/IconPlugConnectedX';
import { useTranslation } from 'react-i18next';
import type { KeychainStatus, ProbeReport, Profile } from '../../main/contract/profiles';
import { useKeychain, useWatchedProbe } from '../ui/server-state';

/** LiveKit forgives 60 s; the console warns long before. */
const skewToWarnMs = 5_000;

/** The foot of the sidebar: where the secret is, and how far the server is, in time and in its clock. */
export function Keeper({ profile }: { profile: Profile }) {
  return (
    <div className="keeper">
      <Secret profile={profile} />
      <Link profile={profile} />
    </div>
  );
}

function placeOfSecret(secret: Profile['secret'], state: KeychainStatus['state']) {
  if (secret !== 'keychain' || state === 'ready') return secret;
  return state === 'locked' || state === 'dismissed' ? 'locked' : 'unusable';
}

function Secret({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { data: { state, name } = { state: 'ready', name: t('frame.keychain') } } = useKeychain();
  const place = placeOfSecret(profile.secret, state);
  const tone = { keychain: '', session: 'amber', locked: 'amber', missing: 'red', unusable: 'red' }[place];
  return <Line tone={tone} icon={IconLock} text={t(`frame.secret.${place}`, { keychain: name })} />;
}

function Link({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const { data, isError } = useWatchedProbe(profile);
  if (!data && !isError) return <Line text={t('frame.asking')} />;
  if (data?.verdict !== 'ok') return <Line tone="red" text={t(`frame.verdict.${data?.verdict ?? 'unasked'}`)} />;
  const clock = clockOf(data);
  const parts = [
    data.roundTripMs !== null && t('frame.ping', { ms: Math.round(data.roundTripMs) }),
    clock && t(`frame.${clock.key}`, { seconds: clock.seconds }),
  ];
  const isFar = Math.abs(data.clockAheadMs ?? 0) >= skewToWarnMs;
  return <Line tone={isFar ? 'amber' : ''} text={parts.filter(Boolean).join(' · ')} />;
}

/** The server's `Date` counts whole seconds: less than two of them says nothing. Null where it did not tell its time. */
function clockOf({ clockAheadMs }: ProbeReport) {
  if (clockAheadMs === null) return null;
  const seconds = Math.round(clockAheadMs / 1000);
  if (Math.abs(seconds) < 2) return { key: 'clockFine', seconds: '2' } as const;
  return { key: 'clock', seconds: `${seconds < 0 ? '−' : '+'}${Math.abs(seconds)}` } as const;
}

type LineProps = { tone?: string; icon?: typeof IconLock; text: string };

/** Where the sidebar is a rail, what is amber or red stays as its icon, and its text for ears and the tooltip. */
function Line({ tone = '', icon, text }: LineProps) {
  const Icon = icon ?? (tone === 'red' ? IconPlugConnectedX : IconClock);
  return (
    <div className={tone} title={text}>
      <Icon size={13} aria-hidden />
      <span>{text}</span>
    </div>
  );
}
