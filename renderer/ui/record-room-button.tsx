import { ActionIcon, Tooltip } from '@mantine/core';
import IconPlayerRecord from '@tabler/icons-react/icons/IconPlayerRecord';
import { useTranslation } from 'react-i18next';
import { go } from './route';
import { safeString } from './safe-text';

/** The door of a room into Recording: its form, with this room filled in. */
export function RecordRoomButton({ room }: { room: string }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('rooms.record')}>
      <ActionIcon
        aria-label={`${t('rooms.record')}: ${safeString(room, 60)}`}
        onClick={() => go('media', 'egress', encodeURIComponent(room))}
      >
        <IconPlayerRecord size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
