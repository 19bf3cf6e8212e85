import { ActionIcon, Tooltip } from '@mantine/core';
import IconPlayerRecord from '@tabler/icons-react/icons/IconPlayerRecord';
import { useTranslation } from 'react-i18next';
import { goRecord, type ToRecord } from './record-link';
import { safeString } from './safe-text';

/** The door into Recording: its form, with this room, person or track filled in. `name`: what a reader of the screen hears of it. */
export function RecordButton({ of, name }: { of: ToRecord; name: string }) {
  const { t } = useTranslation();
  const part = of.identity === undefined ? 'rooms.record' : 'rooms.recordPerson';
  const label = t(of.trackSid === undefined ? part : 'rooms.recordTrack');
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={`${label}: ${safeString(name, 60)}`} onClick={() => goRecord(of)}>
        <IconPlayerRecord size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
