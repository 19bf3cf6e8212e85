import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { useAbout, useProfiles } from '../ui/queries';
import { SafeText, safeString } from '../ui/safe-text';
import { isSameServer, parsePasted } from './parse-pasted';

/** Whom a pasted token lets in, where, and at which server. */
export function PastedFinding({ pasted }: { pasted: string }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const profiles = useProfiles().data ?? [];
  const isElectron = useAbout().data?.host === 'electron';
  const given = parsePasted(pasted);
  if (!given) return null;
  const url = given.url ?? profile.serverUrl;
  const isSaved = profiles.some(({ serverUrl }) => isSameServer(serverUrl, url));
  return (
    <>
      <Finding tone="plain" title={t('join.tokenOf', { identity: safeString(given.identity, 60), room: safeString(given.room, 60) })}>
        {t('join.tokenAt')} <SafeText text={url} longest={120} />
      </Finding>
      {!isSaved && (
        <Finding tone="amber" title={t('join.otherServer')}>
          {t(isElectron ? 'join.otherBlocked' : 'join.otherAllowed')}
        </Finding>
      )}
    </>
  );
}
