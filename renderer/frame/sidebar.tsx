import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconSelector from '@tabler/icons-react/icons/IconSelector';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { Keys, Mark } from '../ui/marks';
import { type Section, sections } from './sections';

export function Sidebar({ at, profile }: { at: Section['id']; profile: Profile; profiles: Profile[] }) {
  const { t } = useTranslation();
  const place = ({ id, icon: Icon }: Section) => (
    <a key={id} href={`#/${id}`} aria-current={id === at ? 'page' : undefined}>
      <Icon size={16} stroke={1.7} aria-hidden />
      {t(`sections.${id}`)}
    </a>
  );
  return (
    <nav className="sidebar" aria-label="Roomkeeper">
      <span className="env-tab">{t(`environments.${profile.environment}`)}</span>
      <button type="button" className="profile">
        <Mark size={28} />
        <span>
          <b>{profile.name}</b>
          <small>
            <em>{profile.serverUrl.replace(/^wss?:\/\//, '')}</em>
          </small>
        </span>
        <IconSelector size={14} aria-hidden />
      </button>
      <button type="button" className="find">
        <IconSearch size={14} aria-hidden />
        {t('frame.search')}
        <Keys of="Mod K" />
      </button>
      <div className="places">{sections.filter(({ low }) => !low).map(place)}</div>
      <div className="places low">{sections.filter(({ low }) => low).map(place)}</div>
    </nav>
  );
}
