import { Activity, Suspense, useState } from 'react';
import type { Profile } from '../../main/contract/profiles';
import { useRoute } from '../ui/route';
import { sections } from './sections';
import { Sidebar } from './sidebar';

/** Sidebar and the open section. A section once opened keeps what was typed in it while another is shown. */
export function Shell({ profile, profiles }: { profile: Profile; profiles: Profile[] }) {
  const { section } = useRoute();
  const at = sections.find(({ id }) => id === section) ?? sections[0];
  const [opened, setOpened] = useState(new Set([at.id]));
  if (!opened.has(at.id)) setOpened(new Set([...opened, at.id]));
  return (
    <div className="shell frame">
      <Sidebar at={at.id} profile={profile} profiles={profiles} />
      {sections
        .filter(({ id }) => opened.has(id))
        .map(({ id, screen: Screen }) => (
          <Activity key={`${id} ${profile.id}`} mode={id === at.id ? 'visible' : 'hidden'}>
            <main>
              <Suspense>
                <Screen />
              </Suspense>
            </main>
          </Activity>
        ))}
    </div>
  );
}
