import { Button } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import IconPhoneOff from '@tabler/icons-react/icons/IconPhoneOff';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import IconVideoOff from '@tabler/icons-react/icons/IconVideoOff';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from './session';

/** What one sends, and the way out. Each button says what a click does. */
export function Controls({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const { t } = useTranslation();
  const { people } = session.shown.use();
  const isOn = (source: string) => people[0]?.tracks.some((track) => track.source === source && !track.muted) ?? false;
  const [sounds, shows] = [isOn('microphone'), isOn('camera')];
  const microphone = useMutation({ mutationFn: session.setMicrophone });
  const camera = useMutation({ mutationFn: session.setCamera });
  return (
    <div className="controls" role="toolbar" aria-label={t('join.controls.label')}>
      <Button
        loading={microphone.isPending}
        leftSection={sounds ? <IconMicrophone size={15} aria-hidden /> : <IconMicrophoneOff size={15} aria-hidden />}
        onClick={() => microphone.mutate(!sounds)}
      >
        {t(sounds ? 'join.controls.mute' : 'join.controls.unmute')}
      </Button>
      <Button
        loading={camera.isPending}
        leftSection={shows ? <IconVideo size={15} aria-hidden /> : <IconVideoOff size={15} aria-hidden />}
        onClick={() => camera.mutate(!shows)}
      >
        {t(shows ? 'join.controls.stopCamera' : 'join.controls.startCamera')}
      </Button>
      <Button className="leave" leftSection={<IconPhoneOff size={15} aria-hidden />} onClick={onLeave}>
        {t('join.controls.leave')}
      </Button>
    </div>
  );
}
