import { createContext, type KeyboardEvent, type ReactNode, use, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Keys } from './marks';
import { go } from './route';
import type { SectionView } from './section-views';

const BarEnd = createContext<HTMLElement | null>(null);

type Views = { section: string; at: string; all: SectionView[] };

type Props = { title: ReactNode; views?: Views; bar?: ReactNode; children: ReactNode };

/** One section's content: a 48 px bar with title, views and actions, and the body below it. */
export function Screen({ title, views, bar, children }: Props) {
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <BarEnd value={end}>
      <header className="bar">
        <h1>{title}</h1>
        {views && <Tabs id={id} {...views} />}
        {bar}
        <div className="bar-end" ref={setEnd} />
      </header>
      {views ? (
        // Without a name of its own: a panel called "Room" would stand between a screen reader and the field of that name.
        <div className="keep" role="tabpanel" id={`${id}-panel`}>
          {children}
        </div>
      ) : (
        children
      )}
    </BarEnd>
  );
}

/** Puts a view's own actions at the right end of its section's bar. */
export function BarActions({ children }: { children: ReactNode }) {
  const end = use(BarEnd);
  return end && createPortal(children, end);
}

/** Views of one section: tabs with an address each, so that Back works. One tab stop; the arrows open what they come to. */
function Tabs({ id, section, at, all }: Views & { id: string }) {
  const { t } = useTranslation();
  const onArrow = (event: KeyboardEvent) => {
    const from = all.findIndex((view) => view.id === at);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : all.at(to % all.length);
    if (!next) return;
    event.preventDefault();
    go(section, next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <div className="views" role="tablist" aria-label={t('frame.views')} onKeyDown={onArrow}>
      {all.map((view) => (
        <a
          key={view.id}
          id={`${id}-${view.id}`}
          role="tab"
          href={`#/${section}/${view.id}`}
          aria-selected={view.id === at}
          aria-controls={`${id}-panel`}
          tabIndex={view.id === at ? 0 : -1}
        >
          {view.label}
          {view.keys && <Keys of={view.keys} />}
        </a>
      ))}
    </div>
  );
}
