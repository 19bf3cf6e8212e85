import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../main/contract/preferences';
import { Choice } from '../ui/choice';
import { useAbout, useChangePreferences, usePreferences } from '../ui/queries';
import { PlainView } from './plain-view';

/** How the console looks and who uses it; each choice is kept and shown at once. */
export function AppearanceView() {
  const { t } = useTranslation();
  const { data: preferences } = usePreferences();
  const change = useChangePreferences();
  if (!preferences) return null;
  const { scheme, language, density } = preferences;
  return (
    <PlainView label={t('settings.views.appearance')}>
      <Choice
        label={t('settings.scheme')}
        value={scheme}
        options={[
          { value: 'system', label: t('settings.asSystem') },
          { value: 'light', label: t('settings.light') },
          { value: 'dark', label: t('settings.dark') },
        ]}
        onChange={(picked) => change({ scheme: picked })}
      />
      <Choice
        label={t('settings.language')}
        value={language}
        options={[
          { value: 'system', label: t('settings.asSystem') },
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
        onChange={(picked) => change({ language: picked })}
      />
      <Choice
        label={t('settings.density')}
        value={density}
        options={[
          { value: 'dense', label: t('settings.dense') },
          { value: 'roomy', label: t('settings.roomy') },
        ]}
        onChange={(picked) => change({ density: picked })}
      />
      <Operator preferences={preferences} onChange={(operator) => change({ operator })} />
    </PlainView>
  );
}

/** Kept on leaving the field. */
function Operator({ preferences, onChange }: { preferences: Preferences; onChange: (operator: string) => void }) {
  const { t } = useTranslation();
  const { data: about } = useAbout();
  return (
    <TextInput
      label={t('settings.operator')}
      description={t('settings.operatorWhy')}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={about?.osUser ?? ''}
      maxLength={80}
      defaultValue={preferences.operator}
      onBlur={({ target }) => target.value.trim() !== preferences.operator && onChange(target.value.trim())}
    />
  );
}
