import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLoopback } from '../../main/contract/loopback';
import { Finding } from '../ui/marks';

const hostOf = (url: string) => URL.parse(url.trim())?.hostname ?? '';

/** Whether an address may be used: one of this computer, or another one that the operator has confirmed after the warning. */
export function useOutside(url: string) {
  const { t } = useTranslation();
  const [confirmedHost, setConfirmedHost] = useState('');
  const host = hostOf(url);
  const isOutside = host !== '' && !isLoopback(host);
  const isConfirmed = isOutside && confirmedHost === host;
  const warning = isOutside && (
    <div className="outside-warning">
      <Finding tone="amber" title={t('webhooks.outside.title', { host })}>
        {t('webhooks.outside.means')}
      </Finding>
      <Checkbox
        label={t('webhooks.outside.confirm')}
        checked={isConfirmed}
        onChange={({ target }) => setConfirmedHost(target.checked ? host : '')}
      />
    </div>
  );
  return { warning, outside: isConfirmed, isReady: !isOutside || isConfirmed };
}
