import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconDeviceDesktopOff from '@tabler/icons-react/icons/IconDeviceDesktopOff';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import IconVideoOff from '@tabler/icons-react/icons/IconVideoOff';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import { hint } from '../ui/marks';
import { maySend } from './permission-change';
import type { MediaActions } from './use-live-actions';

export const mediaSources = ['microphone', 'camera', 'screen_share'] as const;
type Source = (typeof mediaSources)[number];
export const mediaIcons = {
  microphone: [IconMicrophone, IconMicrophoneOff],
  camera: [IconVideo, IconVideoOff],
  screen_share: [IconDeviceDesktop, IconDeviceDesktopOff],
} as const;

/** What a click would do, or why it does nothing. */
const acts = { on: 'mute', off: 'unmute', none: 'none', barred: 'barred' } as const;

/** One source of a person: on (a click mutes), muted, not published, not allowed. */
export function Media({
  person,
  source,
  actions,
  readOnly,
}: {
  person: Participant;
  source: Source;
  actions: MediaActions;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const [On, Off] = mediaIcons[source];
  const track = person.tracks.find((one) => one.source === source);
  const state = track ? (track.muted ? 'off' : 'on') : maySend(person.permission, source) ? 'none' : 'barred';
  const Icon = state === 'off' || state === 'barred' ? Off : On;
  const label = t(`live.media.${source}.${acts[state]}`);
  const barred = state === 'off' && actions.canUnmute === false;
  return (
    <button
      type="button"
      className="media"
      data-state={state}
      tabIndex={-1}
      aria-label={label}
      aria-busy={(track && actions.isMuting(track.sid)) || undefined}
      title={barred ? t('live.mute.noUndo') : source === 'microphone' && track ? hint(label, 'M') : label}
      disabled={!track || barred || readOnly}
      onClick={() => track && actions.mute(person, [track], !track.muted)}
    >
      <Icon size={15} stroke={1.8} aria-hidden />
    </button>
  );
}
