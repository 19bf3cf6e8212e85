import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A secret on its way to main: uncontrolled, unknown to password managers and spelling services, seen only while asked for. */
export function SecretField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      data-1p-ignore
      data-lpignore="true"
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('ui.showTyped') }}
      {...props}
    />
  );
}
