import { useTranslation } from 'react-i18next';

const hanBesideDigit = /(\d)(?=\p{Script=Han})/gu;
const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Times as people need them: "today 21:42", "6 hours". English is written the British way, with 24 hours. */
export function timesIn(language: string) {
  const locale = language === 'en' ? 'en-GB' : language;
  const clock = (date: Date, seconds = false) =>
    date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}), hourCycle: 'h23' });
  return {
    clock,
    when(date: Date, now: Date): string {
      const days = Math.round((dayOf(date) - dayOf(now)) / 86_400_000);
      if (days !== 0 && days !== 1) return date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
      return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')} ${clock(date)}`;
    },
    lasting(seconds: number): string {
      const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60];
      const parts = { days, hours, minutes, seconds: Math.floor(seconds % 60) };
      return new Intl.DurationFormat(locale, { style: 'long' }).format(parts).replace(hanBesideDigit, '$1 ');
    },
    list: (words: string[]) => new Intl.ListFormat(locale).format(words),
  };
}

export function useTimes() {
  const { i18n } = useTranslation();
  return timesIn(i18n.language);
}
