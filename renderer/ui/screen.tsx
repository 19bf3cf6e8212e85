import { createContext, type ReactNode, use, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

const BarEnd = createContext<HTMLElement | null>(null);

/** One section's content: a 48 px bar with title, views and actions, and the body below it. */
export function Screen({ title, bar, children }: { title: ReactNode; bar?: ReactNode; children: ReactNode }) {
  const [end, setEnd] = useState<HTMLElement | null>(null);
  return (
    <BarEnd value={end}>
      <header className="bar">
        <h1>{title}</h1>
        {bar}
        <div className="bar-end" ref={setEnd} />
      </header>
      {children}
    </BarEnd>
  );
}

/** Puts a view's own actions at the right end of its section's bar. */
export function BarActions({ children }: { children: ReactNode }) {
  const end = use(BarEnd);
  return end && createPortal(children, end);
}

/** Views of one section, as tabs in the bar: links, so that Back works. */
export function Views({ section, views, at }: { section: string; views: { id: string; label: string }[]; at: string }) {
  const { t } = useTranslation();
  return (
    <nav className="views" aria-label={t('frame.views')}>
      {views.map(({ id, label }) => (
        <a key={id} href={`#/${section}/${id}`} aria-current={id === at ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
