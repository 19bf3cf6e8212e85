import { useTranslation } from 'react-i18next';
import { useAge, useNow } from './time';

/** How old the data on screen is: amber from 10 s, red when the last try to renew it failed. */
export function Freshness({ takenAt, failed }: { takenAt: number | undefined; failed: boolean }) {
  const { t } = useTranslation();
  const age = useAge();
  const now = useNow(1_000);
  if (takenAt === undefined) return null;
  const ms = now - takenAt;
  const tone = failed ? 'red' : ms >= 10_000 ? 'amber' : 'green';
  return (
    <span className="fresh">
      <i className={`dot ${tone}`} aria-hidden />
      {t(failed ? 'table.staleSince' : 'table.updated', { age: age(ms) })}
    </span>
  );
}
