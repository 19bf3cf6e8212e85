import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { Keep } from '../ui/keep';
import { parseRoute, useRoute } from '../ui/route';
import { Toasts } from '../ui/toasts';
import { KeySheet } from './key-sheet';
import { Notices } from './notices';
import { Palette } from './palette';
import { SectionBoundary } from './section-boundary';
import { sections } from './sections';
import { Sidebar } from './sidebar';
import { useFrameCommands } from './use-frame-commands';
import { useTimerFailures } from './use-timer-failures';

export type Overlay = 'palette' | 'servers' | 'keys' | null;

/** Sidebar and the open section. A section once opened keeps what was typed in it while another is shown. */
export function Shell({ profile, profiles }: { profile: Profile; profiles: Profile[] }) {
  const { t } = useTranslation();
  const { section } = useRoute();
  const at = sections.find(({ id }) => id === section) ?? sections[0];
  const [opened, setOpened] = useState(new Set([at.id]));
  if (!opened.has(at.id)) setOpened(new Set([...opened, at.id]));
  const [overlay, setOverlay] = useState<Overlay>(null);
  useFrameCommands(profiles, profile, setOverlay);
  useRoomLeft(profile.id);
  useTimerFailures(profile.id);
  const title = [t(`sections.${at.id}`), profile.name, t(`environments.${profile.environment}`), 'Roomkeeper'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="shell frame">
      <Sidebar at={at.id} profile={profile} profiles={profiles} overlay={overlay} onOverlay={setOverlay} />
      {sections
        .filter(({ id }) => opened.has(id))
        .map(({ id, screen: Screen, ofConsole }) => (
          <Keep key={ofConsole ? id : `${id} ${profile.id}`} isShown={id === at.id}>
            <main>
              <Notices />
              <SectionBoundary title={t(`sections.${id}`)}>
                <Suspense>
                  <Screen />
                </Suspense>
              </SectionBoundary>
            </main>
          </Keep>
        ))}
      <Toasts />
      {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} />}
      {overlay === 'keys' && <KeySheet onClose={() => setOverlay(null)} />}
    </div>
  );
}

/** A room of one server is no place of another, which may have one of the same name. */
function useRoomLeft(profileId: string) {
  const before = useRef(profileId);
  useEffect(() => {
    if (before.current === profileId) return;
    before.current = profileId;
    const { section, view } = parseRoute(window.location.hash);
    if (section === 'rooms' && view === 'open') window.location.replace('#/rooms');
  }, [profileId]);
}
