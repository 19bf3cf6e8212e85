import type { ComponentPropsWithRef } from 'react';

type Props = Omit<ComponentPropsWithRef<'section'>, 'aria-label' | 'tabIndex'> & { label: string };

/** What scrolls by itself: the keyboard must reach it, so it is a tab stop, and has a name. */
export const ScrollPane = ({ label, ...rest }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
  <section tabIndex={0} aria-label={label} {...rest} />
);
