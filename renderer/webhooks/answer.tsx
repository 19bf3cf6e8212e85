import { useTranslation } from 'react-i18next';
import type { WebhookAnswer } from '../../main/contract/webhooks';
import { safeString } from '../ui/safe-text';

/** What the other side answered: status, time, and the beginning of its words; or that nobody did. */
export function Answer({ answer: { status, ms, answer } }: { answer: WebhookAnswer }) {
  const { t } = useTranslation();
  const isGood = status !== null && status < 300;
  return (
    <span className="rk-hint sent" role="status">
      {t('webhooks.answer.last')} <b className={isGood ? undefined : 'bad'}>{status ?? t('webhooks.answer.none')}</b>{' '}
      {t('webhooks.answer.in', { ms })}
      {answer && <code> {safeString(answer, 120)}</code>}
    </span>
  );
}
