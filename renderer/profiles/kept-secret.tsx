import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../main/contract/profiles';
import { Kept } from '../ui/kept';
import { useKeychain } from '../ui/server-state';

/** The key in full, and of its secret only where it is. */
export function KeptSecret({ profile, onReplace, onRemove }: { profile: Profile; onReplace: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const name = useKeychain().data?.name ?? '';
  const where = {
    keychain: t('profiles.servers.keptKeychain', { name }),
    session: t('profiles.servers.keptSession'),
    missing: t('profiles.servers.keptMissing'),
  };
  return (
    <div className="two">
      <TextInput
        label={t('profiles.apiKey')}
        readOnly
        value={profile.apiKey}
        description={t('profiles.servers.keyHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        classNames={{ input: 'rk-input mono' }}
      />
      <div>
        <Kept label={t('profiles.apiSecret')} where={where[profile.secret]} action={t('profiles.servers.replace')} onAction={onReplace} />
        {profile.secret !== 'missing' && (
          <button type="button" className="link" onClick={onRemove}>
            {t('profiles.servers.removeSecret')}
          </button>
        )}
        {profile.formerSecretLeft && <p className="rk-hint amber">{t('profiles.servers.formerLeft')}</p>}
      </div>
    </div>
  );
}
