import { useTranslation } from 'react-i18next';

const hanBesideDigit = /(\d)(?=\p{Script=Han})/gu;
const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const exact = { ...hours, second: '2-digit' } as const;

/** Times as people need them: "today 21:42", "6 hours". English is written the British way: 24 hours everywhere, as in servers' logs. */
export function timesIn(language: string) {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (how: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, how);
    return (at: Date | number | string) => formatter.format(new Date(at));
  };
  const clock = format(hours);
  return {
    /** 21:42 */
    clock,
    /** 21:42:07 */
    exactClock: format(exact),
    /** 25 Nov 2026, 21:42:07 */
    moment: format({ day: 'numeric', month: 'short', year: 'numeric', ...exact }),
    /** 25 Nov, 21:42:07: where all are of this year, or nearly. */
    dayAndClock: format({ day: 'numeric', month: 'short', ...exact }),
    /** 25 Nov 2026 */
    day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
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
