import './closed-notice.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';
import { isClosed } from '../ui/closed';

/** Says over everything that main has ended: what is on the page stays to be read, but nothing answers any more. */
export function ClosedNotice() {
  const { t } = useTranslation();
  const isShown = isClosed.use();
  useEffect(() => api.on['console.connection'](({ state }) => isClosed.set(state === 'closed')), []);
  if (!isShown) return null;
  return (
    <div role="alert" className="rk-closed">
      <strong>{t('failures.closed.what')}</strong> {t('failures.closed.next')}
    </div>
  );
}
