import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { EnvironmentMark } from '../ui/marks';
import { useLastProbe } from '../ui/server-state';

export function ServerList({ profiles, at, unsaved }: { profiles: Profile[]; at: string; unsaved: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <nav className="server-list" aria-label={t('profiles.servers.label')}>
      {profiles.map((profile) => (
        <a key={profile.id} href={`#/settings/servers/${profile.id}`} aria-current={profile.id === at ? 'true' : undefined}>
          <b>{profile.name}</b>
          <small>{profile.serverUrl.replace(/^wss?:\/\//, '')}</small>
          <span>
            <EnvironmentMark of={profile.environment} />
            {unsaved.includes(profile.id) ? <em className="unsaved">{t('profiles.servers.unsavedMark')}</em> : <State profile={profile} />}
          </span>
        </a>
      ))}
      {(at === 'new' || unsaved.includes('new')) && (
        <a href="#/settings/servers/new" aria-current={at === 'new' ? 'true' : undefined}>
          <b>{t('profiles.servers.newServer')}</b>
        </a>
      )}
    </nav>
  );
}

const refusals = ['wrong-secret', 'unknown-key', 'wrong-project', 'server-refused'];
const silences = ['unreachable', 'timeout', 'tls-failed', 'wants-tls'];

/** Nothing where all is well; what the last check found is looked up, not asked again. */
function State({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const verdict = useLastProbe(profile).data?.verdict ?? '';
  if (profile.secret === 'missing') return <em className="bad">{t('profiles.servers.noSecret')}</em>;
  if (refusals.includes(verdict)) return <em className="bad">{t('profiles.servers.refused')}</em>;
  if (silences.includes(verdict)) return <em>{t('profiles.servers.unreachable')}</em>;
  return profile.secret === 'session' && <em>{t('profiles.servers.session')}</em>;
}
