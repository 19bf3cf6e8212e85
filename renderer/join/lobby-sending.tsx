import { FileButton, Select } from '@mantine/core';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload';
import IconTestPipe from '@tabler/icons-react/icons/IconTestPipe';
import IconVideo from '@tabler/icons-react/icons/IconVideo';
import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import type { Device, SendingChoice, Source } from './sending';
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
        <SourceSelect lobby={lobby} what="picture" label={t('join.picture')} />
        <SourceSelect lobby={lobby} what="sound" label={t('join.sound')} />
        <SpeakerSelect lobby={lobby} />
      </div>
    </>
  );
}

const deviceKinds = { picture: 'videoinput', sound: 'audioinput' } as const;
const labelFields = { picture: 'camera', sound: 'microphone' } as const;

function useDeviceNames() {
  const { t } = useTranslation();
  return (devices: Device[]) =>
    devices.map(({ id, label }, at) => ({ value: `device ${id}`, label: label || t('join.unnamed', { number: at + 1 }) }));
}

const chosenOf = (source: Source, devices: Device[]) =>
  source.kind === 'device' ? `device ${source.id || (devices[0]?.id ?? '')}` : source.kind;

function SourceSelect({ lobby, what, label }: { lobby: LobbyState; what: 'picture' | 'sound'; label: string }) {
  const { t } = useTranslation();
  const named = useDeviceNames();
  const devices = lobby.devices.filter(({ kind }) => kind === deviceKinds[what]);
  const change = (value: string | null): Partial<SendingChoice> => {
    const device = devices.find(({ id }) => value === `device ${id}`);
    if (device) return { [what]: 'device', [labelFields[what]]: device.label };
    return { [what]: kinds.find((kind) => kind === value) ?? 'auto' };
  };
  return (
    <Select
      label={label}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      value={chosenOf(lobby.sending[what], devices)}
      onChange={(value) => lobby.choose(change(value))}
      data={[
        ...named(devices),
        { value: 'synthetic', label: t(what === 'picture' ? 'join.card' : 'join.tone') },
        ...(lobby.file ? [{ value: 'file', label: safeString(lobby.file.name, 40) }] : []),
        { value: 'none', label: t('join.kinds.none') },
      ]}
    />
  );
}

function SpeakerSelect({ lobby: { devices, choice, choose } }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const named = useDeviceNames();
  const speakers = devices.filter(({ kind }) => kind === 'audiooutput');
  const chosen = speakers.find(({ label }) => label !== '' && label === choice.speaker) ?? speakers[0];
  return (
    <Select
      label={t('join.speaker')}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      disabled={speakers.length === 0}
      placeholder={t('join.noSpeaker')}
      value={chosen ? `device ${chosen.id}` : null}
      onChange={(value) => choose({ speaker: speakers.find(({ id }) => value === `device ${id}`)?.label ?? '' })}
      data={named(speakers)}
    />
  );
}
