import { ActionIcon } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconX from '@tabler/icons-react/icons/IconX';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTyping, useHotkeys } from './hotkeys';
import { announce } from './live-region';
import { Keys } from './marks';
import { createStore } from './store';

export type Offer = { label: string; run: () => void };
type Toast = { id: number; text: string; icon?: ReactNode; undo?: (() => void) | undefined; offer?: Offer | undefined };
const shown = createStore<Toast[]>([]);
const lastsMs = 6_000;
let lastId = 0;

const dismiss = (id: number) => shown.set(shown.get().filter((toast) => toast.id !== id));

/** Says what was done, for 6 s; with `undo` where the server allows it, else perhaps with an `offer` of what can be done instead. */
export function toast(text: string, { icon, undo, offer }: Pick<Toast, 'icon' | 'undo' | 'offer'> = {}): void {
  lastId += 1;
  shown.set([...shown.get(), { id: lastId, text, icon, undo, offer }]);
  announce(text);
}

export function Toasts() {
  const { t } = useTranslation();
  const toasts = shown.use();
  const undoable = toasts.findLast(({ undo }) => undo);
  useHotkeys({
    'Mod Z': ({ target }) => {
      if (!undoable || isTyping(target)) return false; // a field takes back what was typed in it
      return takeBack(undoable);
    },
  });
  if (toasts.length === 0) return null;
  return (
    <section className="toasts" aria-label={t('ui.toasts')}>
      {toasts.map((one) => (
        <ToastLine key={one.id} {...one} />
      ))}
    </section>
  );
}

function takeBack({ id, undo }: Toast) {
  dismiss(id);
  undo?.();
}

/** Its time stands still under the pointer and while it has the focus. */
function ToastLine(one: Toast) {
  const { t } = useTranslation();
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(one.id), lastsMs);
    return () => clearTimeout(timer);
  }, [held, one.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens whether someone is reading it
    <div
      className="toast"
      style={{ '--lasts': `${lastsMs}ms` }}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {one.icon ?? <IconCheck size={16} aria-hidden />}
      <span>{one.text}</span>
      {one.undo && (
        <button type="button" className="undo" onClick={() => takeBack(one)}>
          {t('ui.undo')} <Keys of="Mod Z" />
        </button>
      )}
      {one.offer && (
        <button
          type="button"
          className="undo"
          onClick={() => {
            dismiss(one.id);
            one.offer?.run();
          }}
        >
          {one.offer.label}
        </button>
      )}
      <ActionIcon aria-label={t('ui.dismiss')} onClick={() => dismiss(one.id)}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}
