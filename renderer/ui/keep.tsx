import { Activity, type ReactNode, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';

/** What an element out of the document cannot remember itself. */
const scrolled = new WeakMap<Element, { top: number; left: number }>();

function remember(box: Element) {
  for (const element of box.querySelectorAll('*')) {
    const { scrollTop: top, scrollLeft: left } = element;
    if (top !== 0 || left !== 0) scrolled.set(element, { top, left });
  }
}
function restore(box: Element) {
  for (const element of box.querySelectorAll('*')) {
    const at = scrolled.get(element);
    if (at) element.scrollTo({ ...at, behavior: 'instant' });
    scrolled.delete(element);
  }
}

/**
 * Keeps what it holds, with all that was typed and scrolled in it, while it is not shown: its elements leave the document, and come
 * back as they were. So that a label, an id, a live region is in the document once, however many places have been visited.
 * In the layout it is not there: its children are those of its parent.
 */
export function Keep({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const [box] = useState(() => Object.assign(document.createElement('div'), { className: 'keep' }));
  // A ref before the portal: it is called before the effects of what is held, so that these measure and focus what is in the document.
  const place = useCallback(
    (here: HTMLDivElement | null) => {
      if (!isShown) return;
      here?.append(box);
      restore(box);
      return () => {
        remember(box);
        box.remove();
      };
    },
    [isShown, box],
  );
  return (
    <>
      <div className="keep" ref={place} />
      {createPortal(<Activity mode={isShown ? 'visible' : 'hidden'}>{children}</Activity>, box)}
    </>
  );
}
