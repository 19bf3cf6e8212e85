import { Popover } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconSelector from '@tabler/icons-react/icons/IconSelector';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { EnvironmentMark, hint, Mark } from '../ui/marks';
import { useChangePreferences } from '../ui/queries';
import { go } from '../ui/route';
import { LinkDot } from './link-dot';

type Props = { profile: Profile; profiles: Profile[]; isOpen: boolean; onOpen: (open: boolean) => void };

export const hostOf = ({ serverUrl }: Profile) => serverUrl.replace(/^(ws|http)s?:\/\//, '').replace(/\/$/, '');

/** The open server, and the way to another: its environment by colour and word, its link by a dot and a name. */
export function Switcher({ profile, profiles, isOpen, onOpen }: Props) {
  const { t } = useTranslation();
  const environment = t(`environments.${profile.environment}`);
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="bottom-start"
      offset={4}
      width={272}
      trapFocus
      returnFocus
      classNames={{ dropdown: 'rk-pop' }}
    >
      <Popover.Target>
        <button type="button" className="profile" title={hint(t('palette.switchServer'), 'Mod P')} onClick={() => onOpen(!isOpen)}>
          <Mark size={28} />
          <span>
            <span className="gone">{t('frame.switchServer')} </span>
            <b>{profile.name}</b>
            <span className="gone">{environment} </span>
            <small>
              <LinkDot profile={profile} />
              <em>{hostOf(profile)}</em>
            </small>
          </span>
          <IconSelector size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Servers profile={profile} profiles={profiles} onClose={() => onOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Servers({ profile, profiles, onClose }: { profile: Profile; profiles: Profile[]; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangePreferences();
  const open = (id: string) => {
    change({ openProfileId: id });
    onClose();
  };
  const add = () => {
    go('settings', 'servers', 'new');
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between its buttons
    <div className="switcher" onKeyDown={moveFocus}>
      <ul>
        {profiles.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === profile.id || undefined}
              {...(one.id === profile.id ? { 'data-autofocus': true } : {})}
              onClick={() => open(one.id)}
            >
              <b>{one.name}</b>
              <EnvironmentMark of={one.environment} />
              <small>
                <LinkDot profile={one} />
                <em>{hostOf(one)}</em>
              </small>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="add" onClick={add}>
        <IconPlus size={14} aria-hidden />
        {t('frame.addServer')}
      </button>
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
