import './closed-notice.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';

/** Says over everything that main has ended: what is on the page stays to be read, but nothing answers any more. */
export function ClosedNotice() {
  const { t } = useTranslation();
  const [isClosed, setClosed] = useState(false);
  useEffect(() => api.on['console.connection'](({ state }) => setClosed(state === 'closed')), []);
  if (!isClosed) return null;
  return (
    <div role="alert" className="rk-closed">
      <strong>{t('failures.closed.what')}</strong> {t('failures.closed.next')}
    </div>
  );
}
