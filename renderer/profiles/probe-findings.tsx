import { useTranslation } from 'react-i18next';
import type { ProbeReport } from '../../main/contract/profiles';
import { Finding } from '../ui/marks';

/** `LiveKit, open source, version 1.13.5 on 1 Dec 2026`: what the server is, as far as it has told. */
export function Hosting({ report: { hosting, version }, withName = false }: { report: ProbeReport; withName?: boolean }) {
  const { t, i18n } = useTranslation();
  const day = (time: string) => new Date(time).toLocaleDateString(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' });
  const parts = [
    withName && hosting !== 'cloud' ? 'LiveKit' : null,
    hosting === 'cloud' ? t('profiles.probe.cloud') : hosting && t('profiles.probe.openSource'),
    version ? t('profiles.probe.version', { version: version.version, date: day(version.seenAt) }) : t('profiles.probe.versionUnknown'),
  ];
  return parts.filter(Boolean).join(', ');
}

/** What is wrong, in one sentence, and what to do about it. `after`: what can be done all the same. */
export function VerdictFinding({ report: { verdict, otherProfile }, after }: { report: ProbeReport; after?: string }) {
  const { t } = useTranslation();
  if (verdict === 'ok') return null;
  return (
    <Finding tone="red" title={t(`profiles.probe.verdicts.${verdict}.what`)}>
      {t(`profiles.probe.verdicts.${verdict}.next`, { otherProfile: otherProfile ?? '' })} {after}
    </Finding>
  );
}

/** Looked at from 5 s, explained from 30 s; the server itself allows 60 s. `Date` has whole seconds, so less than 2 s is none. */
export function ClockFinding({ aheadMs }: { aheadMs: number }) {
  const { t } = useTranslation();
  const off = Math.abs(aheadMs) / 1_000;
  const seconds = off < 10 ? off.toFixed(1) : Math.round(off);
  if (off < 2) {
    return (
      <Finding tone="green" title={t('profiles.probe.clockFine', { seconds: 2 })}>
        {t('profiles.probe.clockAllows')}
      </Finding>
    );
  }
  const title = t(aheadMs > 0 ? 'profiles.probe.clockAhead' : 'profiles.probe.clockBehind', { seconds });
  const tone = off < 5 ? 'green' : off < 30 ? 'amber' : 'red';
  const said = { green: 'clockAllows', amber: 'clockLook', red: 'clockBad' } as const;
  return (
    <Finding tone={tone} title={title}>
      {t(`profiles.probe.${said[tone]}`)}
    </Finding>
  );
}
