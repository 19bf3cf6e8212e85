import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProbeReport, Profile } from '../../main/contract/profiles';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useWatchedProbe } from '../ui/server-state';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { timesIn } from '../ui/times';
import { ClockFinding, Hosting, VerdictFinding } from './probe-findings';
import { ServerAnswer } from './server-answer';

type Props = { profile: Profile; panel: ReturnType<typeof usePanel>; onEnterSecret: () => void };

/** The last check of a saved server, and a way to repeat it. */
export function Connection({ profile, panel, onEnterSecret }: Props) {
  const { t, i18n } = useTranslation();
  const { data, error, isFetching, refetch } = useWatchedProbe(profile);
  const title = t('profiles.probe.connection');
  const checkedAt = data && timesIn(i18n.language).exactClock(data.checkedAt);
  const isSecretAtFault = data?.verdict === 'wrong-secret' || data?.verdict === 'secret-missing';
  const footer = (
    <>
      <span>{checkedAt ? t('profiles.probe.checkedAt', { time: checkedAt }) : t('profiles.probe.notChecked')}</span>
      <Button loading={isFetching} onClick={() => void refetch()}>
        {t('profiles.probe.checkAgain')}
      </Button>
    </>
  );
  return (
    <SidePanel panel={panel} title={title} label={title} footer={footer}>
      {error && <Problem error={error} />}
      {!data && isFetching && <Finding tone="plain" title={t('profiles.testing')} />}
      {data && <Steps report={data} profile={profile} />}
      {data && data.verdict !== 'ok' && data.answer && <ServerAnswer answer={data.answer} />}
      {isSecretAtFault && (
        <div className="end">
          <Button variant="filled" onClick={onEnterSecret}>
            {t('profiles.probe.enterSecret')}
          </Button>
        </div>
      )}
      {data?.apis && <Apis apis={data.apis} />}
    </SidePanel>
  );
}

/** In the order in which things can go wrong; what was not reached is not there. */
function Steps({ report, profile }: { report: ProbeReport; profile: Profile }) {
  const { t, i18n } = useTranslation();
  const { address, roundTripMs, tls, isLiveKit, knowsKey, secretRight, clockAheadMs } = report;
  const { day } = timesIn(i18n.language);
  return (
    <div className="checks tight" role="status">
      {roundTripMs !== null && (
        <Finding tone="green" title={t('profiles.probe.reached', { ms: Math.round(roundTripMs) })}>
          {tls ? t('profiles.probe.certificate', { address, protocol: tls.protocol, date: day(tls.validUntil) }) : address}
        </Finding>
      )}
      {isLiveKit && (
        <Finding tone="green" title={t('profiles.probe.isLiveKit')}>
          <Hosting report={{ ...report, version: profile.seenVersion ?? report.version }} />
        </Finding>
      )}
      {knowsKey && (
        <Finding
          tone="green"
          title={
            <>
              {t('profiles.probe.knowsKey')} <code>{shorten(profile.apiKey)}</code>
            </>
          }
        />
      )}
      {secretRight && (
        <Finding tone="green" title={t('profiles.probe.secretRight')}>
          {profile.secretStoredAt
            ? t('profiles.probe.storedAt', { date: day(profile.secretStoredAt) })
            : t('profiles.probe.storedForSession')}
        </Finding>
      )}
      <VerdictFinding report={report} />
      {clockAheadMs !== null && <ClockFinding aheadMs={clockAheadMs} />}
      {profile.insecure && (
        <Finding tone="amber" title={t('profiles.insecure')}>
          {t('profiles.insecureHint', { scheme: 'ws' })}
        </Finding>
      )}
    </div>
  );
}

const shorten = (key: string) => (key.length > 9 ? `${key.slice(0, 8)}…` : key);

function Apis({ apis }: { apis: NonNullable<ProbeReport['apis']> }) {
  const { t } = useTranslation();
  return (
    <dl className="pairs wide">
      {(['rooms', 'egress', 'ingress', 'sip'] as const).map((api) => (
        <div key={api} className={apis[api] === 'answers' ? '' : 'faint'}>
          <dt>{t(`profiles.probe.api.${api}`)}</dt>
          <dd>{t(`profiles.probe.apiState.${apis[api]}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
