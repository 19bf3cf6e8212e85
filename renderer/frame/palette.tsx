import { TextInput } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, filterCommands, offeredCommands } from '../ui/commands';
import { Dialog } from '../ui/dialog';
import { Keys } from '../ui/marks';
import { useRoomCommands } from './use-room-commands';
import './palette.css';

/** The command palette: a combobox over one list, whose first hit is always picked. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Dialog label={t('palette.title')} size={580} onClose={onClose} top="12vh">
      <Commands onRun={run} />
    </Dialog>
  );
}

/** The dialog gives the focus a moment after it opens; a key pressed within that moment would be lost. */
const focusAtOnce = (field: HTMLInputElement | null) => field?.focus();

function Commands({ onRun }: { onRun: (command: Command) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [commands] = useState(offeredCommands);
  const [query, setQuery] = useState('');
  // By its id: rooms come when the server has answered, and move what is below them.
  const [picked, setPicked] = useState<string>();
  const rooms = useRoomCommands(query);
  const found = byGroup(filterCommands([...commands, ...rooms], query));
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === picked),
  );
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    const command = found[at];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) return command && !event.nativeEvent.isComposing && onRun(command);
    const isStep = event.key.startsWith('Arrow');
    setPicked(found[isStep ? (to + found.length) % found.length : Math.max(0, Math.min(to, found.length - 1))]?.id);
  };
  return (
    <div className="palette">
      <TextInput
        variant="unstyled"
        role="combobox"
        aria-label={t('palette.search')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] && `${id}-${at}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<Keys of="Esc" />}
        classNames={{ input: 'palette-input' }}
        data-autofocus
        ref={focusAtOnce}
        value={query}
        onKeyDown={move}
        onChange={({ target }) => {
          setQuery(target.value);
          setPicked(undefined);
        }}
      />
      <List id={id} found={found} at={at} onRun={onRun} />
      {found.length === 0 && <p role="status">{t('palette.none', { query })}</p>}
      <footer>
        <span>
          <Keys of="↑ ↓" /> {t('palette.choose')}
        </span>
        <span>
          <Keys of="↵" /> {t('palette.run')}
        </span>
      </footer>
    </div>
  );
}

/** Groups in the order of their best command, and within a group best first. */
function byGroup(commands: Command[]): Command[] {
  return [...Map.groupBy(commands, ({ group }) => group).values()].flat();
}

function List({ id, found, at, onRun }: { id: string; found: Command[]; at: number; onRun: (command: Command) => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    // In braces: newer Chromium answers a promise, which React would take for a clean-up.
    void document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('palette.commands')}>
      {[...Map.groupBy(found.entries(), ([, { group }]) => group)].map(([group, entries]) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets
        <div key={group} role="group" aria-label={group}>
          <h3 role="presentation">{group}</h3>
          {entries.map(([index, { icon: Icon = IconArrowRight, ...command }]) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at it
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
            <div key={command.id} id={`${id}-${index}`} role="option" aria-selected={index === at} onClick={() => onRun(command)}>
              <Icon size={16} stroke={1.7} aria-hidden />
              <b>{command.label}</b>
              <span>{command.detail}</span>
              {command.keys && <Keys of={command.keys} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
