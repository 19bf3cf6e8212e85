import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keep } from '../../main/contract/profiles';
import { Finding } from '../ui/marks';
import { useKeychain } from '../ui/server-state';

export type KeepChoice = { keep: Keep; offered: boolean; choose: (session: boolean) => void };

/** The keychain, unless it is not ready and the user has said that the session will do. Never chosen for them. */
export function useKeepChoice(): KeepChoice {
  const keychain = useKeychain();
  const [session, choose] = useState(false);
  const offered = keychain.isError || (keychain.data !== undefined && keychain.data.state !== 'ready');
  return { keep: offered && session ? 'session' : 'keychain', offered, choose };
}

/** Shown only where there is no ready keychain: the way to mend it, and the choice to do without. */
export function KeepForSession({ choice, withFix = false }: { choice: KeepChoice; withFix?: boolean }) {
  const { t } = useTranslation();
  const { data } = useKeychain();
  if (!choice.offered) return null;
  return (
    <div className="keep-session">
      {withFix && data && data.state !== 'ready' && (
        <Finding tone="amber" title={t(`profiles.keychain.${data.state}`, { name: data.name })}>
          {t(`profiles.keychain.fix.${data.state}.${data.platform}`)}
        </Finding>
      )}
      <Checkbox
        label={t('profiles.keychain.session')}
        description={t('profiles.keychain.sessionHint')}
        checked={choice.keep === 'session'}
        onChange={(event) => choice.choose(event.currentTarget.checked)}
        classNames={{ label: 'grant-label', description: 'rk-hint' }}
      />
    </div>
  );
}
