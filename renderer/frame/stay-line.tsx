import { Button } from '@mantine/core';
import IconDoorExit from '@tabler/icons-react/icons/IconDoorExit';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { connectionDot, sends } from '../join/own-state';
import { leaveRoom, type Stay, stageShown, stay } from '../join/stay';
import { SafeText } from '../ui/safe-text';

/** Wherever the room itself is not on the screen: that one is still in a room, what is sent there, and the way back and out. One for each open server: a stay ends with it. */
export function StayLine() {
  const now = stay.use();
  const isOnScreen = stageShown.use();
  useEffect(() => leaveRoom, []);
  return now && !isOnScreen ? <Line session={now.session} /> : null;
}

function Line({ session }: { session: Stay['session'] }) {
  const { t } = useTranslation();
  const { name, connection, people } = session.shown.use();
  const out = t(connection === 'left' ? 'ui.dismiss' : 'join.controls.leave');
  return (
    <section className="stay" aria-label={t('frame.stay.label')}>
      <a href="#/join/room" title={name}>
        <i className={`dot ${connectionDot[connection]}`} aria-hidden />
        <span>
          {t(connection === 'left' ? 'frame.stay.ended' : 'frame.stay.in')} <SafeText text={name} longest={40} />
        </span>
        {sends(people, 'microphone') && <IconMicrophone size={13} role="img" aria-label={t('frame.stay.microphone')} />}
        {sends(people, 'camera') && <IconVideo size={13} role="img" aria-label={t('frame.stay.camera')} />}
      </a>
      <Button size="compact-xs" title={out} onClick={leaveRoom}>
        <IconDoorExit size={14} aria-hidden className="only-rail" />
        <span>{out}</span>
      </Button>
    </section>
  );
}
