import type { ReactNode } from 'react';

/** A view without a footer: what is changed on it is changed at once. */
export function PlainView({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="scroll form settings-view" tabIndex={0} aria-label={label}>
        {children}
      </section>
    </div>
  );
}
