import { Button } from '@mantine/core';
import IconAdjustments from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MediaTrouble } from './media-trouble';
import { type SendingChoice, sendingOf } from './sending';
import type { Session } from './session';
import { SourceSelect, SpeakerSelect } from './source-select';
import { useDevices, useSendingChoice } from './use-sending';

/** The button among the controls, and above it from where one sends and where one hears. */
export function DeviceMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="devices" aria-label={t('join.controls.devices')} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconAdjustments size={15} aria-hidden />
      </Button>
      {isOpen && <Devices session={session} />}
    </>
  );
}

function Devices({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { devices, learnNames } = useDevices();
  const { choice, choose: remember } = useSendingChoice();
  const [sending, setSending] = useState(session.sending);
  const file = [sending.picture, sending.sound].flatMap((source) => (source.kind === 'file' ? [source.file] : []))[0] ?? null;
  const change = useMutation({
    mutationFn: async (changed: Partial<SendingChoice>) => {
      const next = { ...choice, ...changed };
      remember(changed);
      const wanted = sendingOf(next, devices, file);
      setSending({ picture: changed.picture ? wanted.picture : sending.picture, sound: changed.sound ? wanted.sound : sending.sound });
      if (changed.picture) await session.choose('camera', wanted.picture);
      if (changed.sound) await session.choose('microphone', wanted.sound);
      const speaker = devices.find(({ kind, label }) => kind === 'audiooutput' && label === changed.speaker);
      if (speaker) await session.room.switchActiveDevice('audiooutput', speaker.id);
      learnNames();
    },
  });
  const choosing = { devices, sending, file, choice, choose: change.mutate };
  return (
    <fieldset className="many" aria-label={t('join.controls.devices')} disabled={change.isPending}>
      <div className="join-three">
        <SourceSelect choosing={choosing} what="picture" />
        <SourceSelect choosing={choosing} what="sound" />
        <SpeakerSelect choosing={choosing} />
      </div>
      <p className="rk-hint">{t('join.controls.devicesHint')}</p>
      {change.error && <MediaTrouble error={change.error} what={change.variables?.picture ? 'camera' : 'microphone'} />}
    </fieldset>
  );
}
