import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { hint, Keys } from '../ui/marks';
import { sectionKeys } from '../ui/section-keys';
import { Keeper } from './keeper';
import { type Section, sections } from './sections';
import type { Overlay } from './shell';
import { StayLine } from './stay-line';
import { Switcher } from './switcher';

type Props = {
  at: Section['id'];
  profile: Profile;
  profiles: Profile[];
  overlay: Overlay;
  onOverlay: (overlay: Overlay) => void;
};

export function Sidebar({ at, profile, profiles, overlay, onOverlay }: Props) {
  const { t } = useTranslation();
  const place = ({ id, icon: Icon }: Section) => (
    <a key={id} href={`#/${id}`} title={hint(t(`sections.${id}`), sectionKeys[id])} aria-current={id === at ? 'page' : undefined}>
      <Icon size={16} stroke={1.7} aria-hidden />
      <span>{t(`sections.${id}`)}</span>
    </a>
  );
  return (
    <nav className="sidebar" aria-label="Roomkeeper">
      <span className="env-tab">{t(`environments.${profile.environment}`)}</span>
      <Switcher
        profile={profile}
        profiles={profiles}
        isOpen={overlay === 'servers'}
        onOpen={(open) => onOverlay(open ? 'servers' : null)}
      />
      <button type="button" className="find" onClick={() => onOverlay('palette')}>
        <IconSearch size={14} aria-hidden />
        <span>{t('frame.search')}</span>
        <Keys of="Mod K" />
      </button>
      <div className="places">{sections.filter(({ low }) => !low).map(place)}</div>
      <div className="places low">{sections.filter(({ low }) => low).map(place)}</div>
      <StayLine key={profile.id} />
      <Keeper profile={profile} />
    </nav>
  );
}
