import { Button } from '@mantine/core';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import IconPhoneOff from '@tabler/icons-react/icons/IconPhoneOff';
import IconScreenShare from '@tabler/icons-react/icons/IconScreenShare';
import IconScreenShareOff from '@tabler/icons-react/icons/IconScreenShareOff';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import IconVideoOff from '@tabler/icons-react/icons/IconVideoOff';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AddParticipants } from './add-participants';
import { DeviceMenu } from './device-menu';
import { MediaTrouble } from './media-trouble';
import { sends } from './own-state';
import type { Session } from './session';

const kinds = {
  microphone: { source: 'microphone', on: IconMicrophone, off: IconMicrophoneOff },
  camera: { source: 'camera', on: IconVideo, off: IconVideoOff },
  screen: { source: 'screen_share', on: IconScreenShareOff, off: IconScreenShare },
} as const;
const words = {
  microphone: { on: 'join.controls.mute', off: 'join.controls.unmute' },
  camera: { on: 'join.controls.stopCamera', off: 'join.controls.startCamera' },
  screen: { on: 'join.controls.stopSharing', off: 'join.controls.shareScreen' },
} as const;

/** What one sends, and the way out. Each button says what a click does. */
export function Controls({ session, onLeave }: { session: Session; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="controls" role="toolbar" aria-label={t('join.controls.label')}>
      <Switch session={session} what="microphone" turn={session.setMicrophone} />
      <Switch session={session} what="camera" turn={session.setCamera} />
      <Switch session={session} what="screen" turn={session.setScreenShare} />
      <DeviceMenu session={session} />
      <AddParticipants session={session} />
      <Button className="leave" leftSection={<IconPhoneOff size={15} aria-hidden />} onClick={onLeave}>
        {t('join.controls.leave')}
      </Button>
    </div>
  );
}

type Props = { session: Session; what: keyof typeof kinds; turn: (on: boolean) => Promise<void> };

function Switch({ session, what, turn }: Props) {
  const { t } = useTranslation();
  const { people } = session.shown.use();
  const { source, on, off } = kinds[what];
  const isOn = sends(people, source);
  const change = useMutation({ mutationFn: turn });
  const Icon = isOn ? on : off;
  return (
    <>
      <Button loading={change.isPending} leftSection={<Icon size={15} aria-hidden />} onClick={() => change.mutate(!isOn)}>
        {t(words[what][isOn ? 'on' : 'off'])}
      </Button>
      {change.error && (
        <div className="control-trouble">
          <MediaTrouble error={change.error} what={what} />
          <Button size="compact-xs" variant="subtle" onClick={change.reset}>
            {t('ui.dismiss')}
          </Button>
        </div>
      )}
    </>
  );
}
