import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenProfile } from './profile';

type Reason = { reason: string; isGiven: boolean; field: ReactNode };

/**
 * A reason for the audit log, as the open profile's policy has it: a dangerous act needs one, any other may say one. `always`: the field
 * is there also where the policy asks for nothing.
 */
export function useReason(kind: 'dangerous' | 'harmless', { always = false } = {}): Reason {
  const { t } = useTranslation();
  const { reasonRequired } = useOpenProfile().policy;
  const [typed, setTyped] = useState('');
  const isNeeded = kind === 'dangerous' && reasonRequired;
  const reason = typed.trim();
  const field = (always || reasonRequired) && (
    <TextInput
      label={t('ui.reason')}
      placeholder={isNeeded ? '' : t('ui.optional')}
      required={isNeeded}
      withAsterisk={false}
      maxLength={500}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
  return { reason, isGiven: !isNeeded || reason !== '', field };
}
