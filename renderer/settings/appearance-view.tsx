import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../main/contract/preferences';
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
          ['system', t('settings.asSystem')],
          ['light', t('settings.light')],
          ['dark', t('settings.dark')],
        ]}
        onPick={(picked) => change({ scheme: picked })}
      />
      <Choice
        label={t('settings.language')}
        value={language}
        options={[
          ['system', t('settings.asSystem')],
          ['en', 'English'],
          ['zh-CN', '简体中文'],
        ]}
        onPick={(picked) => change({ language: picked })}
      />
      <Choice
        label={t('settings.density')}
        value={density}
        options={[
          ['dense', t('settings.dense')],
          ['roomy', t('settings.roomy')],
        ]}
        onPick={(picked) => change({ density: picked })}
      />
      <Operator preferences={preferences} onChange={(operator) => change({ operator })} />
    </PlainView>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: [Value, string][];
  onPick: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, options, onPick }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div>
      <div className="rk-label" id={id}>
        {label}
      </div>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={value}
        onChange={onPick}
        data={options.map(([option, text]) => ({ value: option, label: text }))}
      />
    </div>
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
