import { Button, Menu } from '@mantine/core';
import IconPhoneOutgoing from '@tabler/icons-react/icons/IconPhoneOutgoing';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { BarActions } from '../ui/screen';
import type { SipTask } from './sip-panel';

type Actions = { opener: RefObject<HTMLButtonElement | null>; onBegin: (what: SipTask['what']) => void };

/** What can be begun on the SIP page: a call, a trunk. */
export function SipActions({ opener, onBegin }: Actions) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const menu = (label: string, icon: ReactNode, whats: SipTask['what'][]) => (
    <Menu withinPortal={false} position="bottom-end">
      <Menu.Target>
        <Button ref={opener} disabled={readOnly} leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {whats.map((what) => (
          <Menu.Item key={what} onClick={() => onBegin(what)}>
            {t(`media.sip.tasks.${what}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <BarActions>
      <ReadOnlyMark />
      {menu(t('media.sip.calls'), <IconPhoneOutgoing size={14} aria-hidden />, ['call', 'transfer'])}
      {menu(t('media.sip.addTrunk'), <IconPlus size={14} aria-hidden />, ['inbound', 'outbound'])}
    </BarActions>
  );
}
