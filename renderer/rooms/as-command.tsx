import { ActionIcon, Menu } from '@mantine/core';
import IconTerminal2 from '@tabler/icons-react/icons/IconTerminal2';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RoomCommand } from '../../main/contract/room-commands';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';

/** Copies an action as what does the same elsewhere. The secret is never in it: the command reads the environment. */
export function AsCommand({ command, label }: { command: RoomCommand; label: string }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const copy = useMutation({
    mutationFn: async (as: 'lk' | 'curl') => {
      const text = (await unwrap(api['rooms.asCommand']({ profileId: profile.id, command })))[as];
      if (text === null) return toast(t('rooms.command.none'));
      await navigator.clipboard.writeText(text);
      toast(t('rooms.command.copied', { as }));
    },
  });
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconTerminal2 size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item onClick={() => copy.mutate('lk')}>{t('rooms.command.lk')}</Menu.Item>
        <Menu.Item onClick={() => copy.mutate('curl')}>{t('rooms.command.curl')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
