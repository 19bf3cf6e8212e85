import { Button } from '@mantine/core';
import IconShieldLock from '@tabler/icons-react/icons/IconShieldLock';
import IconShieldX from '@tabler/icons-react/icons/IconShieldX';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { useKeychain } from '../ui/server-state';

/** Where secrets go, or why they cannot go there and what mends it on this system. */
export function KeychainLine() {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useKeychain();
  if (error && !isFetching) return <Problem error={error} />;
  if (!data) return <div className="keychain waiting">{t('profiles.keychain.checking')}</div>;
  const { state, name, platform } = data;
  const ready = state === 'ready';
  const Icon = ready ? IconShieldLock : IconShieldX;
  return (
    <div className={ready ? 'keychain' : 'keychain amber'} role="status">
      <Icon size={16} stroke={1.7} aria-hidden />
      <span>
        <b>{t(`profiles.keychain.${state}`, { name })}</b>
        <small>{state === 'ready' ? t('profiles.keychain.readyHint') : t(`profiles.keychain.fix.${state}.${platform}`)}</small>
        {!ready && (
          <Button size="compact-xs" loading={isFetching} onClick={() => void refetch()}>
            {t('profiles.keychain.check')}
          </Button>
        )}
      </span>
    </div>
  );
}
