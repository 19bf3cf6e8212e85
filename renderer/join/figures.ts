import { useTranslation } from 'react-i18next';
import { timesIn } from '../ui/times';

const byLanguage = new Map<string, ReturnType<typeof figuresIn>>();

/** Figures as people read them, in their language. What is not known is a dash. */
export function useFigures() {
  const { language } = useTranslation().i18n;
  // Kept: making the formats took 40 ms of the 500 ms of a join, and each of the statistics' parts needs them, every second.
  const figures = byLanguage.get(language) ?? figuresIn(language);
  byLanguage.set(language, figures);
  return figures;
}

function figuresIn(language: string) {
  const number = (digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const [whole, one, two] = [number(0), number(1), number(2)];
  const known = (value: number | null | undefined, show: (value: number) => string) =>
    value === null || value === undefined ? '–' : show(value);
  return {
    rate: (bits: number | null | undefined) => known(bits, (value) => `${(value >= 9_950_000 ? one : two).format(value / 1e6)} Mb/s`),
    megabits: (bits: number) => two.format(bits / 1e6),
    percent: (share: number | null | undefined) => known(share, (value) => one.format(value * 100)),
    milliseconds: (ms: number | null | undefined) => known(ms, (value) => `${whole.format(value)} ms`),
    seconds: (ms: number) => `${one.format(ms / 1000)} s`,
    clock: timesIn(language).exactClock,
  };
}
