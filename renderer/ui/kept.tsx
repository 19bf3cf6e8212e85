import { Button } from '@mantine/core';
import IconEye from '@tabler/icons-react/icons/IconEye';
import IconLock from '@tabler/icons-react/icons/IconLock';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A secret that exists but is never shown: where it is, and the one thing that can be done. */
export function Kept({ label, where, action, onAction }: { label: string; where: string; action?: string; onAction: () => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="kept-field" aria-label={label}>
      <div className="rk-label">{label}</div>
      <div className="kept">
        <IconLock size={14} aria-hidden />
        <span>{where}</span>
        <Button size="compact-xs" onClick={onAction}>
          {action ?? t('ui.replace')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A secret shown once: it stands here until "Done", and nowhere afterwards. Without `onDone` that button is elsewhere. */
export function Once({ title, why, children, onDone }: { title: string; why: string; children: ReactNode; onDone?: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="once" aria-label={title}>
      <div className="once-head">
        <IconEye size={15} stroke={1.8} aria-hidden />
        <b>{title}</b>
      </div>
      {children}
      <p>{why}</p>
      {onDone && <Button onClick={onDone}>{t('ui.done')}</Button>}
    </section>
  );
}
