import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { Trans, useTranslation } from 'react-i18next';
import { usePresetName } from '../ui/presets';
import { SafeText } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { MediaTrouble } from './media-trouble';
import { parsePasted } from './parse-pasted';
import { toneDecibels } from './tone';
import type { LobbyState } from './use-lobby';
import { useLoudness, usePreview } from './use-preview';

/** What will be sent, before anybody sees it. */
export function LobbyPreview({ lobby, panel }: { lobby: LobbyState; panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  const { identity } = useWho(lobby);
  const { picture, sound } = lobby.sending;
  const video = usePreview(picture, 'video', identity, lobby.learnNames);
  const audio = usePreview(sound, 'audio', identity, lobby.learnNames);
  const heard = useLoudness(audio.stream);
  return (
    <SidePanel panel={panel} label={t('ui.preview')} title={t('ui.preview')}>
      <Sentence lobby={lobby} />
      <Picture stream={video.stream} />
      {video.error && <MediaTrouble error={video.error} what="camera" />}
      {sound.kind !== 'none' && sound.kind !== 'file' && <Loudness decibels={sound.kind === 'synthetic' ? toneDecibels : heard} />}
      {audio.error && <MediaTrouble error={audio.error} what="microphone" />}
    </SidePanel>
  );
}

function useWho({ form, presets }: LobbyState) {
  const { way, room = '', identity = '', presetId, pasted = '' } = useWatch({ control: form.control });
  const given = way === 'pasted' ? parsePasted(pasted) : undefined;
  if (way === 'pasted') return { room: given?.room ?? '', identity: given?.identity ?? '', preset: undefined };
  return { room, identity, preset: presets.find(({ id }) => id === presetId) };
}

function Sentence({ lobby }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const { room, identity, preset } = useWho(lobby);
  return (
    <p className="sentence">
      <Trans
        t={t}
        i18nKey={room ? 'join.sentence' : 'join.sentenceNowhere'}
        components={{
          who: <b>{<SafeText text={identity || t('join.somebody')} longest={40} />}</b>,
          where: <b>{<SafeText text={room} longest={60} />}</b>,
        }}
      />
      {preset && <span>{t('join.sentenceAs', { preset: presetName(preset) })}</span>}
    </p>
  );
}

function Picture({ stream }: { stream: MediaStream | null }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="tile preview">{stream && <video ref={video} muted autoPlay playsInline aria-label={t('join.previewPicture')} />}</div>
  );
}

const steps = 24;
/** The server's audio.active_level 35: what is louder than −35 dBFS. */
const speechDecibels = -35;
const stepOf = (decibels: number) => Math.max(0, Math.min(steps, Math.round(((decibels + 60) / 60) * steps)));

/** Loudness in 24 steps; the mark is where the server starts to call it speech. */
function Loudness({ decibels }: { decibels: number | null }) {
  const { t } = useTranslation();
  const level = stepOf(decibels ?? -60);
  const speech = stepOf(speechDecibels) * 14.6;
  return (
    <div className="figure">
      <span>{t('join.sound')}</span>
      <b>{decibels === null ? '–' : `${decibels} dB`.replace('-', '−')}</b>
      <svg className="loudness" viewBox="0 0 348 28" role="img" aria-label={t('join.loudness', { level, steps })}>
        {Array.from({ length: steps }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <rect key={at} x={at * 14.6} y="0" width="11" height="10" rx="2" className={at < level ? 'live' : ''} />
        ))}
        <path d={`M${speech} 13v13`} />
        <text x={speech + 6} y="26">
          {t('join.speech')}
        </text>
      </svg>
    </div>
  );
}
