import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { safeString } from '../ui/safe-text';
import type { Device, Sending, SendingChoice, Source } from './sending';

/** What can be chosen from, what is chosen, and what a change does. */
export type Choosing = {
  devices: Device[];
  sending: Sending;
  file: File | null;
  choice: SendingChoice;
  choose: (change: Partial<SendingChoice>) => void;
};
const kinds = ['device', 'synthetic', 'file', 'none'] as const;
const deviceKinds = { picture: 'videoinput', sound: 'audioinput' } as const;
const labelFields = { picture: 'camera', sound: 'microphone' } as const;

function useDeviceNames() {
  const { t } = useTranslation();
  return (devices: Device[]) =>
    devices.map(({ id, label }, at) => ({ value: `device ${id}`, label: label || t('join.unnamed', { number: at + 1 }) }));
}

const chosenOf = (source: Source, devices: Device[]) =>
  source.kind === 'device' ? `device ${source.id || (devices[0]?.id ?? '')}` : source.kind;

export function SourceSelect({ choosing, what }: { choosing: Choosing; what: 'picture' | 'sound' }) {
  const { t } = useTranslation();
  const named = useDeviceNames();
  const { file, sending, choose } = choosing;
  const devices = choosing.devices.filter(({ kind }) => kind === deviceKinds[what]);
  const change = (value: string | null): Partial<SendingChoice> => {
    const device = devices.find(({ id }) => value === `device ${id}`);
    if (device) return { [what]: 'device', [labelFields[what]]: device.label };
    return { [what]: kinds.find((kind) => kind === value) ?? 'auto' };
  };
  return (
    <Select
      label={t(`join.${what}`)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      value={chosenOf(sending[what], devices)}
      onChange={(value) => choose(change(value))}
      data={[
        ...named(devices),
        { value: 'synthetic', label: t(what === 'picture' ? 'join.card' : 'join.tone') },
        ...(file ? [{ value: 'file', label: safeString(file.name, 40) }] : []),
        { value: 'none', label: t('join.kinds.none') },
      ]}
    />
  );
}

export function SpeakerSelect({ choosing: { devices, choice, choose } }: { choosing: Choosing }) {
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
