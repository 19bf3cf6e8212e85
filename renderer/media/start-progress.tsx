import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/time';

type Waits = {
  since: number;
  /** The longest that we wait, in seconds. */
  most: number;
  /** What is waited for: the name of the bar, and the words beside it. */
  label: string;
  words: (seconds: number) => string;
  onCancel?: () => void;
};

/** How long the server has been looking for a worker or letting it ring, out of the longest that we wait. */
export function StartProgress({ since, most, label, words, onCancel }: Waits) {
  const { t } = useTranslation();
  const seconds = Math.min(most, Math.max(0, Math.floor((useNow(1_000) - since) / 1_000)));
  return (
    <>
      <span className="start-progress">
        {words(seconds)}
        <progress max={most} value={seconds} aria-label={label} />
      </span>
      {onCancel && <Button onClick={onCancel}>{t('media.egress.start.cancel')}</Button>}
    </>
  );
}
