import { Button } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveRoom, type Stay, stageShown, stay } from '../join/stay';
import { SafeText } from '../ui/safe-text';

/** Wherever the room itself is not on the screen: that one is still in a room, what is sent there, and the way back and out. A stay ends with its server. */
export function StayLine({ profileId }: { profileId: string }) {
  const now = stay.use();
  const isOnScreen = stageShown.use();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the server that ends it
  useEffect(() => leaveRoom, [profileId]);
  return now && !isOnScreen ? <Line session={now.session} /> : null;
}

function Line({ session }: { session: Stay['session'] }) {
  const { t } = useTranslation();
  const { name, connection, people } = session.shown.use();
  const sends = (source: string) => people[0]?.tracks.some((track) => track.source === source && !track.muted);
  const dot = { connecting: '', connected: 'green', reconnecting: 'amber', left: 'red' }[connection];
  return (
    <section className="stay" aria-label={t('frame.stay.label')}>
      <a href="#/join/room" title={name}>
        <i className={`dot ${dot}`} aria-hidden />
        <span>
          {t(connection === 'left' ? 'frame.stay.ended' : 'frame.stay.in')} <SafeText text={name} longest={40} />
        </span>
        {sends('microphone') && <IconMicrophone size={13} role="img" aria-label={t('frame.stay.microphone')} />}
        {sends('camera') && <IconVideo size={13} role="img" aria-label={t('frame.stay.camera')} />}
      </a>
      <Button size="compact-xs" onClick={leaveRoom}>
        {t(connection === 'left' ? 'ui.dismiss' : 'join.controls.leave')}
      </Button>
    </section>
  );
}
