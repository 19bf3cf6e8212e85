import { useEffect, useRef } from 'react';
import { usePreferences } from './queries';

/** What a key does; `false` leaves the press to the browser. Names as `Keys` prints them: `Mod K`, `Shift M`, `N`, `?`, `Esc`, `Mod ↵`; `G T` is G, then T. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => unknown>;
type Registration = { hotkeys: Hotkeys; singleKeys: boolean; inDialog: boolean };
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isMac = navigator.platform.startsWith('Mac');
const names: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫', ' ': 'Space' };
/** How long `G` waits for its second key. */
const sequenceMs = 1_200;

/** The name of a press. A layout without Latin letters is read by the key's place. */
export function nameOfPress({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press, mac = isMac): string {
  const byPlace = /^Key([A-Z])$/.exec(code)?.[1];
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : /^\P{ASCII}$/u.test(key) ? byPlace : undefined;
  const [mod, other] = mac ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  const shifted = shiftKey && (letter !== undefined || key.length > 1); // `?` needs Shift on one layout and not on another
  const parts = [mod && 'Mod', other && 'Other', altKey && 'Alt', shifted && 'Shift', letter ?? names[key] ?? key];
  return parts.filter(Boolean).join(' ');
}

const silentInputs = ['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit'];
/** Whether letters belong to a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !silentInputs.includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const registrations: Registration[] = [];
let begun = { name: '', at: 0 };

const isBegun = (hotkeys: Hotkeys, name: string) =>
  Object.keys(hotkeys).some((keys) => /^[A-Z] [A-Z]$/.test(keys) && keys.startsWith(name));

/** Whose keys count for this press, the latest first: it stands closest to what the user sees. */
function listening(isSingle: boolean, target: EventTarget | null): Hotkeys[] {
  const inDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  return registrations
    .filter((one) => (one.inDialog || !inDialog) && (!isSingle || (one.singleKeys && !isTyping(target))))
    .map(({ hotkeys }) => hotkeys)
    .toReversed();
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOfPress(event);
  const isSingle = event.key.length === 1 && !/^(Mod|Other|Alt) /.test(name);
  const sequence = event.timeStamp - begun.at < sequenceMs ? `${begun.name} ${name}` : '';
  begun = { name: '', at: 0 };
  for (const hotkeys of listening(isSingle, event.target)) {
    const run = hotkeys[sequence] ?? hotkeys[name];
    if (run && run(event) !== false) event.preventDefault();
    if (run) return;
    if (isSingle && isBegun(hotkeys, name)) begun = { name, at: event.timeStamp };
  }
}

/**
 * Keys that work while the component is shown. Single letters keep out of fields, and can be switched off in Settings
 * (WCAG 2.1.4). An open dialog keeps all keys but those that say `inDialog`.
 */
export function useHotkeys(hotkeys: Hotkeys, { inDialog = false } = {}): void {
  const singleKeys = usePreferences().data?.singleKeys ?? true;
  const registration = useRef<Registration>({ hotkeys, singleKeys, inDialog });
  useEffect(() => {
    Object.assign(registration.current, { hotkeys, singleKeys, inDialog });
  });
  useEffect(() => {
    const { current } = registration;
    if (registrations.length === 0) window.addEventListener('keydown', onKeyDown);
    registrations.push(current);
    return () => {
      registrations.splice(registrations.indexOf(current), 1);
      if (registrations.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
