import { Button } from '@mantine/core';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconMicrophone from '@tabler/icons-react/icons/IconMicrophone';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useTranslation } from 'react-i18next';
import type { Track } from '../../main/contract/participants';
import { RecordButton } from '../ui/record-button';
import { safeString } from '../ui/safe-text';
import { Level } from './live-marks';
import type { PanelProps } from './live-panel';
import { PeekBox, PeekButton, usePeek, usePeekKey } from './peek';

const icons = {
  microphone: IconMicrophone,
  camera: IconVideo,
  screen_share: IconDeviceDesktop,
  screen_share_audio: IconDeviceDesktop,
  unknown: IconMicrophone,
};

/** Everything a person publishes, each with its own mute. */
export function PanelTracks({ peekAsked, ...props }: PanelProps & { peekAsked: number }) {
  const { t } = useTranslation();
  const { person, room, live, actions, readOnly } = props;
  const peek = usePeek(props);
  const byKey = usePeekKey(person, peek, peekAsked);
  return (
    <section aria-label={t('live.panel.tracks')}>
      <h3>{t('live.panel.tracks')}</h3>
      {person.tracks.length === 0 && <p className="rk-hint">{t('live.panel.noTracks')}</p>}
      {person.tracks.map((track) => {
        const Icon = icons[track.source];
        const barred = track.muted && actions.canUnmute === false;
        return (
          <div key={track.sid} className="track">
            <Icon size={15} stroke={1.8} aria-hidden />
            <b>{t(`live.sources.${track.source}`)}</b>
            <Facts track={track} />
            {track.source === 'microphone' && <Level levels={live.levels} identity={person.identity} />}
            <PeekButton track={track} peek={peek} hasKey={track === byKey} />
            {track.kind !== 'data' && <RecordButton of={{ room, trackSid: track.sid }} name={t(`live.sources.${track.source}`)} />}
            <Button
              size="compact-xs"
              disabled={readOnly || barred}
              aria-label={t(`live.media.${track.source}.${track.muted ? 'unmute' : 'mute'}`)}
              title={barred ? t('live.mute.noUndo') : track.sid}
              onClick={() => actions.mute(person, [track], !track.muted)}
            >
              {t(track.muted ? 'live.panel.unmute' : 'live.panel.mute')}
            </Button>
          </div>
        );
      })}
      <PeekBox peek={peek} />
    </section>
  );
}

function Facts({ track }: { track: Track }) {
  const { t } = useTranslation();
  const { codec, muted, width, height, layers, encrypted } = track;
  const facts = [
    safeString(codec.replace(/^(audio|video)\//i, ''), 20).toLowerCase(),
    width > 0 && `${width} × ${height}`,
    muted && t('live.panel.mutedFact'),
    layers.length > 1 && t('live.panel.layers', { count: layers.length }),
    encrypted && t('live.panel.encrypted'),
  ];
  return (
    <span title={layers.map((one) => `${one.quality} ${one.width} × ${one.height}, ${Math.round(one.bitrate / 1000)} kb/s`).join('\n')}>
      {facts.filter(Boolean).join(' · ')}
    </span>
  );
}
