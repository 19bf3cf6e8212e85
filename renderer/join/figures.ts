import { useTranslation } from 'react-i18next';

/** Figures as people read them, in their language. What is not known is a dash. */
export function useFigures() {
  const { i18n } = useTranslation();
  const number = (digits: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const [whole, one, two] = [number(0), number(1), number(2)];
  const known = (value: number | null | undefined, show: (value: number) => string) =>
    value === null || value === undefined ? '–' : show(value);
  return {
    rate: (bits: number | null | undefined) => known(bits, (value) => `${(value >= 9_950_000 ? one : two).format(value / 1e6)} Mb/s`),
    megabits: (bits: number) => two.format(bits / 1e6),
    percent: (share: number | null | undefined) => known(share, (value) => one.format(value * 100)),
    milliseconds: (ms: number | null | undefined) => known(ms, (value) => `${whole.format(value)} ms`),
    seconds: (ms: number) => `${one.format(ms / 1000)} s`,
    clock: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }),
  };
}
