import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import IconBolt from '@tabler/icons-react/icons/IconBolt';
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown';
import IconDoorExit from '@tabler/icons-react/icons/IconDoorExit';
import IconEye from '@tabler/icons-react/icons/IconEye';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconLockAccess from '@tabler/icons-react/icons/IconLockAccess';
import IconMessage from '@tabler/icons-react/icons/IconMessage';
import IconMicrophoneOff from '@tabler/icons-react/icons/IconMicrophoneOff';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../ui/commands';
import type { KeyName } from '../ui/keys';
import { Keys } from '../ui/marks';
import { useOpenProfile } from '../ui/profile';
import type { Link } from './live-observer';
import { type Bar, useBarCommands } from './use-bar-commands';

/** Whether the hidden observer is there, who can know, and its switch. Shown as long as the room is. */
export function Observing({ link, wanted, onWanted }: { link: Link; wanted: boolean; onWanted: (wanted: boolean) => void }) {
  const { t } = useTranslation();
  const allowed = useOpenProfile().policy.watching.observe && !(link.state === 'lost' && link.code === 'watching-off');
  const state = wanted ? link.state : 'off';
  const levels = link.state === 'on' && link.observation.levels;
  const command = {
    id: 'live.observe',
    group: t('palette.groups.room'),
    icon: IconBolt,
    label: t(`live.observing.command.${wanted ? 'stop' : 'start'}`),
  };
  useCommands(allowed ? [{ ...command, run: () => onWanted(!wanted) }] : []);
  const says =
    state === 'on'
      ? t('live.observing.who', { levels: t(levels ? 'live.observing.levels' : 'live.observing.noLevels') })
      : t('live.observing.polling');
  return (
    <Tooltip label={says} multiline w={300}>
      <span className="observing" data-state={state}>
        {state === 'off' ? <IconEye size={14} stroke={1.8} aria-hidden /> : <IconEyeOff size={14} stroke={1.8} aria-hidden />}
        <span>{allowed ? t(`live.observing.${state}`) : t('live.observing.offByPolicy')}</span>
        {allowed && (
          <button type="button" title={says} onClick={() => onWanted(!wanted)}>
            {t(wanted ? 'live.observing.stop' : 'live.observing.start')}
          </button>
        )}
      </span>
    </Tooltip>
  );
}

/** A narrow bar has no room for them. */
const BarKeys = ({ of }: { of: KeyName }) => (
  <span className="only-wide">
    <Keys of={of} />
  </span>
);

/** What acts on the whole room. */
export function LiveBar(bar: Bar) {
  const { readOnly, speakers, selected, onMuteAll, onMuteSome, onDialog } = bar;
  const { t } = useTranslation();
  useBarCommands(bar);
  const identities = selected.map(({ identity }) => identity);
  return (
    <>
      <Button.Group>
        <Button
          disabled={readOnly}
          leftSection={<IconMicrophoneOff size={14} aria-hidden />}
          rightSection={<BarKeys of="Shift M" />}
          onClick={() => onMuteAll([])}
        >
          {t('live.muteAll.button')}
        </Button>
        <Menu withinPortal={false} position="bottom-end">
          <Menu.Target>
            <ActionIcon size="md" disabled={readOnly} aria-label={t('live.muteAll.more')}>
              <IconChevronDown size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('live.muteAll.more')}>
            <Menu.Item disabled={speakers.length === 0} onClick={() => onMuteAll(speakers)}>
              {t('live.muteAll.speakers')}
            </Menu.Item>
            <Menu.Item disabled={selected.length === 0} onClick={() => onMuteAll(identities)}>
              {t('live.muteAll.selected')}
            </Menu.Item>
            <Menu.Item disabled={selected.length === 0} onClick={() => onMuteSome(selected)}>
              {t('live.muteAll.some')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item className="danger" disabled={selected.length === 0} onClick={() => onDialog({ kind: 'remove', people: selected })}>
              {t('live.remove.buttonSome')}
            </Menu.Item>
            <Menu.Item className="danger" onClick={() => onDialog({ kind: 'removeEveryone' })}>
              {t('live.remove.buttonAll')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Button disabled={readOnly} leftSection={<IconLockAccess size={14} aria-hidden />} onClick={() => onDialog({ kind: 'watch' })}>
        {t('live.watch.button')}
      </Button>
      <Button
        disabled={readOnly}
        leftSection={<IconMessage size={14} aria-hidden />}
        rightSection={<BarKeys of="E" />}
        onClick={() => onDialog({ kind: 'message', to: identities })}
      >
        {t('live.message.button')}
      </Button>
      <Button
        variant="outline"
        color="red"
        disabled={readOnly}
        leftSection={<IconDoorExit size={14} aria-hidden />}
        onClick={() => onDialog({ kind: 'close' })}
      >
        <span className="asks">{t('live.close')}</span>
      </Button>
    </>
  );
}
