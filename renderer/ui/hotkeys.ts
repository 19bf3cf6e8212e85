import { useEffect, useRef } from 'react';
import { isKey, type KeyName } from './keys';
import { usePreferences } from './queries';

/** What a key does; `false` leaves the press to whoever else has the key, and at last to the browser. */
export type Hotkeys = Partial<Record<KeyName, (event: KeyboardEvent) => unknown>>;
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

/** A press that types something where a field has the focus. */
export const isSingle = (press: Press) => press.key.length === 1 && !/^(Mod|Other|Alt) /.test(nameOfPress(press));
/** What moves or deletes in a field. */
const ofCaret = ['↵', '⌫', '↑', '↓', 'End'];

/** What stands over the screen when a key goes down: by the time it comes here, Esc has closed it. */
let over = { dialog: false, popup: false };
const popups = '[role="menu"], [role="listbox"], [role="dialog"], [aria-haspopup][aria-expanded="true"]';
function lookOver({ target }: KeyboardEvent) {
  over = {
    dialog: document.querySelector('[role="dialog"][aria-modal="true"]') !== null,
    popup: target instanceof Element && target.closest(popups) !== null,
  };
}

/** Whose keys count for this press, the latest first: it stands closest to what the user sees. */
function listening(name: string, single: boolean, target: EventTarget | null): Hotkeys[] {
  if (name === 'Esc' && over.popup) return [];
  if ((single || ofCaret.includes(name)) && isTyping(target)) return [];
  return registrations
    .filter((one) => (one.inDialog || !over.dialog) && (one.singleKeys || !single))
    .map(({ hotkeys }) => hotkeys)
    .toReversed();
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOfPress(event);
  const single = isSingle(event);
  const sequence = event.timeStamp - begun.at < sequenceMs ? `${begun.name} ${name}` : '';
  begun = { name: '', at: 0 };
  for (const hotkeys of listening(name, single, event.target)) {
    const run = (isKey(sequence) && hotkeys[sequence]) || (isKey(name) && hotkeys[name]);
    if (run && run(event) !== false) {
      event.preventDefault();
      begun = { name: '', at: 0 };
      return;
    }
    if (single && isBegun(hotkeys, name)) begun = { name, at: event.timeStamp };
  }
}

/** Whether single letters act at all (WCAG 2.1.4). */
export const useSingleKeys = () => usePreferences().data?.singleKeys ?? true;

/**
 * Keys that work while the component is shown. Single letters keep out of fields, and can be switched off in Settings
 * (WCAG 2.1.4). An open dialog keeps all keys but those that say `inDialog`.
 */
export function useHotkeys(hotkeys: Hotkeys, { inDialog = false } = {}): void {
  const singleKeys = useSingleKeys();
  const registration = useRef<Registration>({ hotkeys, singleKeys, inDialog });
  useEffect(() => {
    Object.assign(registration.current, { hotkeys, singleKeys, inDialog });
  });
  useEffect(() => {
    const { current } = registration;
    if (registrations.length === 0) {
      window.addEventListener('keydown', lookOver, { capture: true });
      window.addEventListener('keydown', onKeyDown);
    }
    registrations.push(current);
    return () => {
      registrations.splice(registrations.indexOf(current), 1);
      if (registrations.length > 0) return;
      window.removeEventListener('keydown', lookOver, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
