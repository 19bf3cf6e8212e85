import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import { type ReactNode, useId, useState } from 'react';
import './fold.css';

/** One line that opens. What is in it stays mounted while closed, so that nothing typed is lost; `note` tells what is in it. */
export function Fold({ title, note, hasErrors, children }: { title: string; note: string; hasErrors: boolean; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const shown = open || hasErrors;
  return (
    <>
      <button type="button" aria-expanded={shown} aria-controls={id} onClick={() => setOpen(!shown)}>
        <IconChevronRight size={14} aria-hidden />
        {title}
        <span>{note}</span>
      </button>
      <div id={id} className="fold" hidden={!shown}>
        {children}
      </div>
    </>
  );
}
