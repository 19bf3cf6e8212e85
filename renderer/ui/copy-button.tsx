import { ActionIcon, Button, type ButtonProps, Tooltip } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';
import { announce } from './live-region';

type Copy = {
  /** What is copied. */
  text: string;
  /** The name of the button, such as "Copy token". */
  label: string;
  /** A secret: main takes it off the clipboard later, where the host can. */
  secret?: boolean;
};
const copiedForMs = 2_000;

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function useCopy({ text, label, secret = false }: Copy) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), copiedForMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      if (secret) await api['clipboard.clearLater']({ sha256: await sha256(text) });
      setState('copied');
      announce(t('ui.copiedWhat', { what: label }));
    } catch {
      setState('failed');
      announce(t('ui.notCopied'));
    }
  };
  return { state, copy, Icon: state === 'copied' ? IconCheck : IconCopy };
}

/** Copies, and says so in its own place. Its name stays the same, so that who listens finds it again. */
export function CopyButton({ text, label, secret = false, ...props }: Copy & ButtonProps) {
  const { t } = useTranslation();
  const { state, copy, Icon } = useCopy({ text, label, secret });
  return (
    <Button {...props} aria-label={label} leftSection={<Icon size={14} aria-hidden />} onClick={() => void copy()}>
      {{ idle: label, copied: t('ui.copied'), failed: t('ui.notCopied') }[state]}
    </Button>
  );
}

export function CopyIcon({ text, label, secret = false }: Copy) {
  const { t } = useTranslation();
  const { state, copy, Icon } = useCopy({ text, label, secret });
  const says = { idle: label, copied: t('ui.copied'), failed: t('ui.notCopied') }[state];
  return (
    <Tooltip label={says} {...(state === 'idle' ? {} : { opened: true })}>
      <ActionIcon aria-label={label} onClick={() => void copy()}>
        <Icon size={14} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
