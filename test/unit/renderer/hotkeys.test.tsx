import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { preferences } from '../../../main/contract/preferences';
import { type Hotkeys, nameOfPress, useHotkeys } from '../../../renderer/ui/hotkeys';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
let root: Root | undefined;
afterEach(() => act(() => root?.unmount()));

function Keys({ of, inDialog }: { of: Hotkeys; inDialog?: boolean }) {
  useHotkeys(of, inDialog ? { inDialog } : {});
  return null;
}

/** Shows what registers keys, beside a field, a checkbox and a button. */
async function show(keys: React.ReactNode, { singleKeys = true, dialog = false } = {}) {
  const client = new QueryClient();
  client.setQueryData(['preferences.get'], preferences.parse({ singleKeys }));
  document.body.innerHTML = '<div id="root"></div><input id="field"><input id="box" type="checkbox"><button id="button"></button>';
  if (dialog) document.body.insertAdjacentHTML('beforeend', '<div role="dialog" aria-modal="true"></div>');
  const place = document.getElementById('root');
  if (!place) throw new Error('no root');
  root = createRoot(place);
  await act(async () => root?.render(<QueryClientProvider client={client}>{keys}</QueryClientProvider>));
}

/** Presses a key on an element; answers whether the browser was left to do its own. */
function press(key: string, { on = 'button', ...more }: KeyboardEventInit & { on?: string } = {}) {
  const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more });
  return document.getElementById(on)?.dispatchEvent(event) ?? false;
}

test.each([
  [{ key: 'k', ctrlKey: true }, 'Mod K'],
  [{ key: 'K' }, 'K'], // Caps Lock
  [{ key: 'M', shiftKey: true }, 'Shift M'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'Enter', ctrlKey: true }, 'Mod ↵'],
  [{ key: 'л', code: 'KeyK', ctrlKey: true }, 'Mod K'], // a Russian layout
  [{ key: 'k', metaKey: true }, 'Other K'],
  [{ key: 'Escape' }, 'Esc'],
])('%j is called %s', (event, name) => {
  expect(nameOfPress(new KeyboardEvent('keydown', event), false)).toBe(name);
});

test('on a Mac ⌘ is the modifier', () => {
  expect(nameOfPress(new KeyboardEvent('keydown', { key: 'k', metaKey: true }), true)).toBe('Mod K');
});

test('a single letter acts on a button and on a checkbox, and is left to a field', async () => {
  const run = vi.fn();
  await show(<Keys of={{ N: run }} />);
  expect(press('n')).toBe(false);
  press('n', { on: 'box' });
  expect(press('n', { on: 'field' })).toBe(true);
  expect(run).toHaveBeenCalledTimes(2);
});

test('switched off, single letters and sequences do nothing, and keys with Ctrl still act', async () => {
  const run = vi.fn();
  await show(<Keys of={{ N: run, 'G T': run, 'Mod K': run }} />, { singleKeys: false });
  press('n');
  press('g');
  press('t');
  expect(run).not.toHaveBeenCalled();
  press('k', { ctrlKey: true, on: 'field' });
  expect(run).toHaveBeenCalledTimes(1);
});

test('G then T goes to Tokens; another key between them does not', async () => {
  const go = vi.fn();
  await show(<Keys of={{ 'G T': go }} />);
  press('g');
  press('t');
  expect(go).toHaveBeenCalledTimes(1);
  press('g');
  press('x');
  press('t');
  press('t');
  expect(go).toHaveBeenCalledTimes(1);
});

test('what is shown last has the key, until it leaves the press to others', async () => {
  const [frame, pane] = [vi.fn(), vi.fn()];
  await show([<Keys key="a" of={{ C: frame }} />, <Keys key="b" of={{ C: pane }} />]);
  press('c');
  expect([frame.mock.calls.length, pane.mock.calls.length]).toEqual([0, 1]);
  pane.mockReturnValue(false);
  expect(press('c')).toBe(false);
  expect([frame.mock.calls.length, pane.mock.calls.length]).toEqual([1, 2]);
  frame.mockReturnValue(false);
  expect(press('c')).toBe(true); // and to the browser at last
});

test('what moves or deletes in a field is left to the field', async () => {
  const run = vi.fn();
  await show(<Keys of={{ End: run, '⌫': run }} />);
  expect(press('End', { on: 'field' })).toBe(true);
  expect(press('Backspace', { on: 'field' })).toBe(true);
  expect(run).not.toHaveBeenCalled();
  press('End');
  expect(run).toHaveBeenCalledTimes(1);
});

test.each([
  ['a dialog', '<div role="dialog" aria-modal="true" id="over" tabindex="0"></div>'],
  ['a menu', '<div role="menu" id="over" tabindex="0"></div>'],
])('the Esc that closes %s closes nothing behind it', async (_, over) => {
  const back = vi.fn();
  await show(<Keys of={{ Esc: back }} />);
  document.body.insertAdjacentHTML('beforeend', over);
  const close = () => document.getElementById('over')?.remove();
  window.addEventListener('keydown', close, { capture: true, once: true });
  press('Escape', { on: 'over' });
  expect(document.getElementById('over')).toBe(null);
  expect(back).not.toHaveBeenCalled();
  press('Escape');
  expect(back).toHaveBeenCalledTimes(1);
});

test('an open dialog keeps all keys but its own', async () => {
  const [behind, own] = [vi.fn(), vi.fn()];
  await show([<Keys key="a" of={{ 'Mod K': behind }} />, <Keys key="b" of={{ 'Mod ↵': own }} inDialog />], { dialog: true });
  press('k', { ctrlKey: true });
  press('Enter', { ctrlKey: true, code: 'Enter' });
  expect(behind).not.toHaveBeenCalled();
  expect(own).toHaveBeenCalledTimes(1);
});

test('what is being composed in Chinese is nobody’s key', async () => {
  const run = vi.fn();
  await show(<Keys of={{ N: run }} />);
  press('n', { isComposing: true });
  expect(run).not.toHaveBeenCalled();
});
