import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long, by its two largest units: `1h 6m`, `44m`, `38s`; in the user's language. */
export function formatAge(ms: number, language: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
  const kept = Object.entries(parts)
    .slice(Object.values(parts).findIndex((count) => count > 0))
    .slice(0, seconds < 3_600 ? 1 : 2);
  return formatOf(language, seconds === 0 ? 'always' : 'auto').format(seconds === 0 ? { seconds: 0 } : Object.fromEntries(kept));
}

/** A running time: `42:10`, `1:02:44`. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (figure: number) => String(figure).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const formats = new Map<string, Intl.DurationFormat>();
/** Kept: to make one takes longer than all else of a table's cell. */
function formatOf(language: string, secondsDisplay: 'always' | 'auto'): Intl.DurationFormat {
  const key = `${language} ${secondsDisplay}`;
  const format = formats.get(key) ?? new Intl.DurationFormat(language, { style: 'narrow', secondsDisplay });
  formats.set(key, format);
  return format;
}

/** The present, renewed every `everyMs`: for ages and counters. Several users of one period share nothing but are few. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

export function useAge() {
  const { i18n } = useTranslation();
  // The same function at each render: columns hang on it.
  return useCallback((ms: number) => formatAge(ms, i18n.language), [i18n.language]);
}
