import { useTranslation } from 'react-i18next';
import { ServersView } from '../profiles/servers-view';
import { PresetsView } from '../tokens/presets-view';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { AboutView } from './about-view';
import { AppearanceView } from './appearance-view';
import { KeyboardView } from './keyboard-view';
import './settings.css';

const ids = ['servers', 'presets', 'appearance', 'keyboard', 'about'] as const;
const bodies = { servers: ServersView, presets: PresetsView, appearance: AppearanceView, keyboard: KeyboardView, about: AboutView };

export default function Settings() {
  const { t } = useTranslation();
  const at = useView('settings', ids);
  const Body = bodies[at];
  const views = ids.map((id) => ({ id, label: t(`settings.views.${id}`) }));
  return (
    <Screen title={t('sections.settings')} views={{ section: 'settings', at, all: views }}>
      <Body />
    </Screen>
  );
}
