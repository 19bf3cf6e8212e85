import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyList } from '../ui/key-list';
import { useChangePreferences, usePreferences } from '../ui/queries';
import { PlainView } from './plain-view';

export function KeyboardView() {
  const { t } = useTranslation();
  const { data } = usePreferences();
  const change = useChangePreferences();
  return (
    <PlainView label={t('settings.views.keyboard')}>
      <div className="grant">
        <Switch
          checked={data?.singleKeys ?? true}
          onChange={({ target }) => change({ singleKeys: target.checked })}
          label={t('settings.singleKeys')}
          description={t('settings.singleKeysWhy')}
          classNames={{ body: 'grant-body', labelWrapper: 'grant-text', label: 'grant-label', description: 'rk-hint' }}
        />
      </div>
      <h2 className="gone">{t('keys.title')}</h2>
      <KeyList />
    </PlainView>
  );
}
