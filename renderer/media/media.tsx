import { useTranslation } from 'react-i18next';
import { Agents } from '../agents/agents';
import { useView } from '../ui/route';
import { Screen, Views } from '../ui/screen';
import { Egresses } from './egress';
import { Ingresses } from './ingress';
import { Sip } from './sip';
import './media.css';

const ids = ['egress', 'ingress', 'sip', 'agents'] as const;
const screens = { egress: Egresses, ingress: Ingresses, sip: Sip, agents: Agents };

/** What goes out of rooms and comes into them by other ways than an app. */
export default function Media() {
  const { t } = useTranslation();
  const at = useView('media', ids);
  const View = screens[at];
  return (
    <Screen
      title={t('sections.media')}
      bar={<Views section="media" views={ids.map((id) => ({ id, label: t(`media.views.${id}`) }))} at={at} />}
    >
      <View />
    </Screen>
  );
}
