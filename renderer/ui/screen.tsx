import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One section's content: a 48 px bar with title, views and actions, and the body below it. */
export function Screen({ title, bar, children }: { title: ReactNode; bar?: ReactNode; children: ReactNode }) {
  return (
    <>
      <header className="bar">
        <h1>{title}</h1>
        {bar}
      </header>
      {children}
    </>
  );
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
