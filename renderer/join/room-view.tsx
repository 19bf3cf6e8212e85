import { SegmentedControl } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import { Recorded, useRecorded } from '../ui/recorded';
import { SafeText } from '../ui/safe-text';
import { BarActions, Screen } from '../ui/screen';
import { CaptionLines } from './caption-lines';
import { Controls } from './controls';
import { StayEnd } from './join-failure';
import { connectionDot } from './own-state';
import { isSameServer } from './parse-pasted';
import type { StageView } from './seating';
import type { Session } from './session';
import { SideArea } from './side-area';
import { Stage } from './stage';
import { stageShown } from './stay';

export function RoomView({ session, onAgain, onLeave }: { session: Session; onAgain: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { name, recording } = session.shown.use();
  const recordedIn = useRecorded();
  const { serverUrl } = useOpenProfile();
  // A pasted token may lead to another server, which has a room of this name as well.
  const recorded = isSameServer(session.url, serverUrl) ? recordedIn.get(name) : undefined;
  const undecipherable = session.undecipherable.use();
  const [view, setView] = useState<StageView>('grid');
  useLayoutEffect(() => {
    stageShown.set(true);
    return () => stageShown.set(false);
  }, []);
  return (
    <Screen
      title={
        <span className="join-title">
          <button type="button" className="back" aria-label={t('join.back')} onClick={onLeave}>
            <IconChevronLeft size={16} aria-hidden />
          </button>
          <SafeText text={name} longest={80} />
        </span>
      }
      bar={<JoinedAs session={session} />}
    >
      <BarActions>
        {(recording || recorded) && <Recorded of={recorded} />}
        <SegmentedControl
          aria-label={t('join.layout')}
          value={view}
          onChange={(value) => setView(value === 'speaker' ? 'speaker' : 'grid')}
          data={(['grid', 'speaker'] as const).map((value) => ({ value, label: t(`join.layouts.${value}`) }))}
        />
      </BarActions>
      <div className="join-room">
        <section className="stage" aria-label={t('join.stage')}>
          <StayEnd session={session} onAgain={onAgain} onLeave={onLeave} />
          {undecipherable && <Finding tone="amber" title={t('join.undecipherable')} />}
          <Stage session={session} view={view} />
          <CaptionLines session={session} />
          <Controls session={session} onLeave={onLeave} />
        </section>
        <SideArea session={session} />
      </div>
    </Screen>
  );
}

function JoinedAs({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { connection } = session.shown.use();
  return (
    <span className="joined-as" role="status">
      <i className={`dot ${connectionDot[connection]}`} aria-hidden />
      {t(`join.connection.${connection}`)}
      <code>
        <SafeText text={session.identity} longest={40} />
      </code>
    </span>
  );
}
