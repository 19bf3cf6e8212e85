import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import { useAbout } from '../ui/queries';

const systems = ['darwin', 'win32', 'linux'] as const;
const causes: Record<string, 'blocked' | 'absent' | 'busy' | 'gone' | 'unplayable' | 'insecure'> = {
  NotAllowedError: 'blocked',
  SecurityError: 'blocked',
  NotFoundError: 'absent',
  DevicesNotFoundError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
  OverconstrainedError: 'gone',
  NotSupportedError: 'unplayable',
  TypeError: 'insecure',
};

/** Why a device gives nothing, and where this operating system has its switch. */
export function MediaTrouble({ error, what }: { error: Error; what: 'camera' | 'microphone' | 'screen' }) {
  const { t } = useTranslation();
  const { host, platform } = useAbout().data ?? {};
  const cause = causes[error.name] ?? 'other';
  const system = systems.find((known) => known === platform) ?? 'linux';
  const isBlocked = cause === 'blocked' && what !== 'screen';
  return (
    <div role="alert">
      <Finding tone="amber" title={t(`join.trouble.${cause}`, { what: t(`join.trouble.${what}`) })}>
        {isBlocked && host === 'browser' && `${t('join.trouble.inBrowser')} `}
        {isBlocked ? t(`join.trouble.on.${system}`) : t(`join.trouble.next.${cause}`)}
        {cause === 'other' && <code className="answer-line">{error.message}</code>}
      </Finding>
    </div>
  );
}
