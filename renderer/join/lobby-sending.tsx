import { FileButton } from '@mantine/core';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload';
import IconTestPipe from '@tabler/icons-react/icons/IconTestPipe';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import { SourceSelect, SpeakerSelect } from './source-select';
import type { LobbyState } from './use-lobby';

const kinds = ['device', 'synthetic', 'file', 'none'] as const;
type Kind = (typeof kinds)[number];
const icons = { device: IconVideo, synthetic: IconTestPipe, file: IconFileUpload, none: IconEyeOff };

/** What is sent: all of one kind by a click, picture and sound apart below. */
export function LobbySending({ lobby }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const { devices, choose, sending, file, setFile } = lobby;
  const hasCamera = devices.some(({ kind }) => kind === 'videoinput');
  const hint = (kind: Kind) => {
    if (kind === 'device') return t(hasCamera ? 'join.kinds.cameraHint' : 'join.kinds.noCamera');
    if (kind === 'file' && file) return safeString(file.name, 40);
    return t(`join.kinds.${kind}Hint`);
  };
  const radio = (kind: Kind, onClick: () => void) => {
    const Icon = icons[kind];
    return (
      // biome-ignore lint/a11y/useSemanticElements: a radio of a picture and two lines, which an input cannot hold
      <button
        key={kind}
        type="button"
        role="radio"
        aria-checked={sending.picture.kind === kind}
        disabled={kind === 'device' && !hasCamera}
        onClick={onClick}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        <span>
          <b>{t(`join.kinds.${kind}`)}</b>
          <small>{hint(kind)}</small>
        </span>
      </button>
    );
  };
  const takeFile = (chosen: File | null) => {
    if (!chosen) return;
    setFile(chosen);
    choose({ picture: 'file', sound: 'file' });
  };
  return (
    <>
      <fieldset className="sources-wide">
        <legend className="rk-label">{t('join.send')}</legend>
        <div className="join-kinds" role="radiogroup" aria-label={t('join.send')}>
          {kinds.map((kind) =>
            kind === 'file' ? (
              <FileButton key={kind} accept="video/*,audio/*" onChange={takeFile}>
                {({ onClick }) => radio(kind, onClick)}
              </FileButton>
            ) : (
              radio(kind, () => choose({ picture: kind, sound: kind }))
            ),
          )}
        </div>
      </fieldset>
      <div className="join-three">
        <SourceSelect choosing={lobby} what="picture" />
        <SourceSelect choosing={lobby} what="sound" />
        <SpeakerSelect choosing={lobby} />
      </div>
    </>
  );
}
