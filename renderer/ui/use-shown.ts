import { useLayoutEffect, useRef } from 'react';

/** Tells at any time whether its component is on screen, and not kept out of it (`Keep`): then what becomes of a call needs a toast. */
export function useShown(): () => boolean {
  const shown = useRef(false);
  useLayoutEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return () => shown.current;
}
