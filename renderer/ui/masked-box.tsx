import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import IconEye from '@tabler/icons-react/icons/IconEye';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const shownForMs = 10_000;

/** A read-only box that holds the whole value, dots on screen until the eye shows it for 10 s. */
export function MaskedBox({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(false), shownForMs);
    return () => clearTimeout(timer);
  }, [shown]);
  const verb = shown ? t('tokens.hide', { what: label }) : t('tokens.show', { what: label });
  return (
    <TextInput
      readOnly
      label={label}
      value={value}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: `rk-input mono ${shown ? '' : 'masked'}` }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      rightSection={
        <Tooltip label={verb}>
          <ActionIcon aria-label={verb} onClick={() => setShown(!shown)}>
            {shown ? <IconEyeOff size={14} /> : <IconEye size={14} />}
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
