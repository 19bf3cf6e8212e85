import type { ReactNode } from 'react';

/** Plain words first, LiveKit's own name second. */
export const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    {children} <code>{name}</code>
  </>
);
