import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Agents } from '../agents/agents';
import { Keep } from '../ui/keep';
import { useView } from '../ui/route';
import { Screen } from '../ui/screen';
import { sectionViews, useSectionViews } from '../ui/section-views';
import { Egresses } from './egress';
import { Ingresses } from './ingress';
import { Sip } from './sip';
import './media.css';

const screens = { egress: Egresses, ingress: Ingresses, sip: Sip, agents: Agents };

/** What goes out of rooms and comes into them by other ways than an app. Each view once opened keeps what was typed and asked in it. */
export default function Media() {
  const { t } = useTranslation();
  const at = useView('media', sectionViews.media);
  const views = useSectionViews().media;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set([at]));
  if (!opened.has(at)) setOpened(new Set([...opened, at]));
  return (
    <Screen title={t('sections.media')} views={{ section: 'media', at, all: views }}>
      {sectionViews.media
        .filter((id) => opened.has(id))
        .map((id) => {
          const View = screens[id];
          return (
            <Keep key={id} isShown={id === at}>
              <View />
            </Keep>
          );
        })}
    </Screen>
  );
}
