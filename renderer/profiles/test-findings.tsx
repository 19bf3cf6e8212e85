import { useTranslation } from 'react-i18next';
import type { ProbeReport } from '../../main/contract/profiles';
import { parseServerUrl } from '../../main/contract/server-url';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { ClockFinding, Hosting, VerdictFinding } from './probe-findings';
import { ServerAnswer } from './server-answer';

type Test = { data: ProbeReport | undefined; error: Error | null; isPending: boolean };

/** What a test of the typed server has found so far, in few lines. */
export function TestFindings({ address, probe: { data, error, isPending } }: { address: string; probe: Test }) {
  const { t } = useTranslation();
  const parsed = parseServerUrl(address);
  const insecure = 'url' in parsed && parsed.insecure;
  if (error) return <Problem error={error} />;
  if (!insecure && !isPending && !data) return null;
  return (
    <div className="tested" role="status">
      {insecure && (
        <Finding tone="amber" title={t('profiles.insecure')}>
          {t('profiles.insecureHint', { scheme: 'ws' })}
        </Finding>
      )}
      {isPending && <Finding tone="plain" title={t('profiles.testing')} />}
      {data && <Found report={data} />}
    </div>
  );
}

function Found({ report }: { report: ProbeReport }) {
  const { t } = useTranslation();
  const { verdict, roundTripMs, isLiveKit, secretRight, rooms, apis, answer } = report;
  return (
    <>
      {roundTripMs !== null && (
        <Finding tone="green" title={t('profiles.probe.reached', { ms: Math.round(roundTripMs) })}>
          {isLiveKit && <Hosting report={report} withName />}
        </Finding>
      )}
      {secretRight && (
        <Finding tone="green" title={t('profiles.probe.bothRight')}>
          {rooms !== null && t('profiles.probe.rooms', { count: rooms })}
        </Finding>
      )}
      {verdict !== 'ok' && <VerdictFinding report={report} after={t('profiles.saveAnyway')} />}
      {Math.abs(report.clockAheadMs ?? 0) >= 5_000 && <ClockFinding aheadMs={report.clockAheadMs ?? 0} />}
      {apis?.egress === 'no-redis' && (
        <Finding tone="amber" title={t('profiles.probe.noRedis')}>
          {t('profiles.probe.noRedisHint')}
        </Finding>
      )}
      {verdict !== 'ok' && answer && <ServerAnswer answer={answer} />}
    </>
  );
}
