import { ActionIcon, Tooltip } from '@mantine/core';
import IconScreenShare from '@tabler/icons-react/icons/IconScreenShare';
import { useTranslation } from 'react-i18next';
import { joinWith } from './join-handoff';
import { safeString } from './safe-text';

/** The door of a room into Join: its lobby, with this room filled in. */
export function JoinRoomButton({ room }: { room: string }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('rooms.join')}>
      <ActionIcon aria-label={`${t('rooms.join')}: ${safeString(room, 60)}`} onClick={() => joinWith({ room })}>
        <IconScreenShare size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
