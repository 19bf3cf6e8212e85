import { useTranslation } from 'react-i18next';
import { ServersView } from '../profiles/servers-view';
import { PresetsView } from '../tokens/presets-view';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { sectionViews, useSectionViews } from '../ui/section-views';
import { AboutView } from './about-view';
import { AppearanceView } from './appearance-view';
import { KeyboardView } from './keyboard-view';
import './settings.css';

const bodies = { servers: ServersView, presets: PresetsView, appearance: AppearanceView, keyboard: KeyboardView, about: AboutView };

export default function Settings() {
  const { t } = useTranslation();
  const at = useView('settings', sectionViews.settings);
  const Body = bodies[at];
  const views = useSectionViews().settings;
  return (
    <Screen title={t('sections.settings')} views={{ section: 'settings', at, all: views }}>
      <Body />
    </Screen>
  );
}
