import { ActionIcon, Button, Tooltip } from '@mantine/core';
import IconDoorExit from '@tabler/icons-react/icons/IconDoorExit';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import IconLifebuoy from '@tabler/icons-react/icons/IconLifebuoy';
import IconX from '@tabler/icons-react/icons/IconX';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JoinRoomButton } from '../ui/join-room-button';
import { Hint, Keys } from '../ui/marks';
import { safeString } from '../ui/safe-text';
import { AsCommand } from './as-command';
import type { RoomDialog } from './rooms-list';
import type { RoomRow } from './use-room-rows';

/** What can be done with the current row, over its last cell. */
export function RowActions({
  room,
  isAt,
  readOnly,
  onDialog,
  children,
}: {
  room: RoomRow;
  isAt: boolean;
  readOnly: boolean;
  onDialog: (dialog: RoomDialog) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  if (!isAt) return children;
  const name = safeString(room.name, 60);
  return (
    <span className="with-actions">
      {children}
      <span className="row-actions">
        <JoinRoomButton room={room.name} />
        {room.ghost && (
          <Tooltip label={t('rooms.ghost.verb')}>
            <ActionIcon
              aria-label={`${t('rooms.ghost.verb')}: ${name}`}
              disabled={readOnly}
              onClick={() => onDialog({ kind: 'rescue', room })}
            >
              <IconLifebuoy size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('rooms.metadata.edit')}>
          <ActionIcon
            aria-label={`${t('rooms.metadata.edit')}: ${name}`}
            disabled={readOnly}
            onClick={() => onDialog({ kind: 'metadata', room })}
          >
            <IconFileText size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <AsCommand
          label={`${t('rooms.command.copy')}: ${name}`}
          of={[
            { what: t('live.people'), commands: () => [{ action: 'list-participants', room: room.name }] },
            { what: t('rooms.close.button'), commands: () => [{ action: 'close-room', room: room.name }] },
          ]}
        />
        <Tooltip label={<Hint text={t('rooms.close.button')} keys="⌫" />}>
          <ActionIcon
            className="danger"
            aria-label={`${t('rooms.close.button')}: ${name}`}
            disabled={readOnly}
            onClick={() => onDialog({ kind: 'close', rooms: [room.name] })}
          >
            <IconDoorExit size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
    </span>
  );
}

/** Floats over the table while rooms are selected. */
export function BulkBar({ rooms, readOnly, onClose }: { rooms: RoomRow[]; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="bulk" role="toolbar" aria-label={t('rooms.selected', { count: rooms.length })}>
      <b>{t('rooms.selected', { count: rooms.length })}</b>
      <span>{t('rooms.people', { count: rooms.reduce((sum, { participants }) => sum + participants, 0) })}</span>
      <Button
        variant="subtle"
        color="red"
        className="danger"
        disabled={readOnly}
        leftSection={<IconX size={14} aria-hidden />}
        onClick={onClose}
      >
        {t('rooms.close.several')}
      </Button>
      <Keys of="Esc" />
    </div>
  );
}
