import type { ReactNode } from 'react';
import { ScrollPane } from '../ui/scroll-pane';

/** A view without a footer: what is changed on it is changed at once. */
export function PlainView({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="pane">
      <ScrollPane className="scroll form settings-view" label={label}>
        {children}
      </ScrollPane>
    </div>
  );
}
