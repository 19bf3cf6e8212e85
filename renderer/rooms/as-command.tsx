import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import IconTerminal2 from '@tabler/icons-react/icons/IconTerminal2';
import { useMutation } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomCommand } from '../../main/contract/room-commands';
import { api, unwrap } from '../api';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';

/** `what` names the action where a menu holds several. `commands`: asked for at the click; none where the form is not right yet. */
type Copyable = { what?: string; commands: () => RoomCommand[] };

/** Copies actions as what does the same elsewhere. The secret is never in it: the command reads the environment. */
export function AsCommand({ of, label }: { of: Copyable[]; label?: string }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [isOpen, setOpen] = useState(false);
  const copy = useMutation({
    mutationFn: async ({ as, commands }: { as: 'lk' | 'curl'; commands: RoomCommand[] }) => {
      if (commands.length === 0) return toast(t('rooms.command.incomplete'));
      const text = (await unwrap(api['rooms.asCommand']({ profileId: profile.id, commands })))[as];
      if (text === null) return toast(t('rooms.command.none'));
      await navigator.clipboard.writeText(text);
      toast(t('rooms.command.copied', { as }));
    },
  });
  const name = label ?? t('rooms.command.copy');
  return (
    <Menu position="bottom-end" withinPortal={false} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={name} disabled={isOpen}>
          <ActionIcon aria-label={name}>
            <IconTerminal2 size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        {of.map(({ what = '', commands }) => (
          <Fragment key={what}>
            {what && <Menu.Label>{what}</Menu.Label>}
            <Menu.Item onClick={() => copy.mutate({ as: 'lk', commands: commands() })}>{t('rooms.command.lk')}</Menu.Item>
            <Menu.Item onClick={() => copy.mutate({ as: 'curl', commands: commands() })}>{t('rooms.command.curl')}</Menu.Item>
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
