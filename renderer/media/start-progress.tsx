import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/time';

const mostSeconds = 30;

/** How long the server has been looking for a worker, out of the longest that we wait. */
export function StartProgress({ since, onCancel }: { since: number; onCancel: () => void }) {
  const { t } = useTranslation();
  const seconds = Math.min(mostSeconds, Math.max(0, Math.floor((useNow(1_000) - since) / 1_000)));
  const label = t('media.egress.start.progress', { seconds, most: mostSeconds });
  return (
    <>
      <span className="start-progress">
        {label}
        <progress max={mostSeconds} value={seconds} aria-label={t('media.egress.start.looking')} />
      </span>
      <Button onClick={onCancel}>{t('media.egress.start.cancel')}</Button>
    </>
  );
}
