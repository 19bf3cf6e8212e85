import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

type Props = {
  /** Its accessible name. */
  label: string;
  /** Pixels. */
  size: number;
  onClose: () => void;
  /** From the top of the window, where it is not in the middle. */
  top?: string;
  children: ReactNode;
};

/** What had the focus before a dialog. One that follows another goes back to where the first came from. */
let opener: Element | null = null;
const remembered = () => {
  if (!document.activeElement?.closest('[aria-modal="true"]')) opener = document.activeElement;
  return opener;
};

/** Covers the screen. Mount it to open it. When it goes, the focus goes back: Mantine does that only where the dialog stays mounted. */
export function Dialog({ label, size, onClose, top, children }: Props) {
  const [before] = useState(remembered);
  useEffect(
    () => () => {
      const isFree = document.activeElement === document.body || document.activeElement === null;
      if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      {...(top ? { yOffset: top, centered: false } : {})}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': label } }}
    >
      {children}
    </Modal>
  );
}
