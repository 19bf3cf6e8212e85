import { useMemo } from 'react';
import { useNow as useMilliseconds } from '../ui/time';

/** The time, renewed twice a minute: what is shown is minutes. */
export function useNow(): Date {
  const now = useMilliseconds(30_000);
  return useMemo(() => new Date(now), [now]);
}
