import { ActionIcon, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconX from '@tabler/icons-react/icons/IconX';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from './hotkeys';
import { ScrollPane } from './scroll-pane';

/** Whether the panel of a pane lies open. Above 1180 px it is always there, and this says nothing. */
export function usePanel() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return { isOpen, opener, toggle: () => setOpen(!isOpen), close };
}
type Panel = ReturnType<typeof usePanel>;

/** What waits in a panel that is not seen, and how bad the worst of it is. */
type Waiting = { count: number; tone: 'red' | 'amber' };
type Opener = { panel: Panel; waiting?: Waiting | undefined; children?: ReactNode };

/** Opens the panel where the window is too narrow to show it beside the pane. */
export function PanelButton({ panel, waiting, children }: Opener) {
  const { t } = useTranslation();
  return (
    <Button ref={panel.opener} className="only-narrow" variant="subtle" aria-expanded={panel.isOpen} onClick={panel.toggle}>
      {children ?? t('ui.preview')}
      {waiting && waiting.count > 0 && (
        <span className={`waiting ${waiting.tone}`}>
          <IconAlertTriangle size={13} stroke={1.9} aria-hidden />
          {waiting.count}
          <span className="gone"> {t('ui.waiting', { count: waiting.count })}</span>
        </span>
      )}
    </Button>
  );
}

/** Beside a pane. Under 1180 px it lies over it, without a scrim, and Esc closes it: it is no modal. */
export function SidePanel({
  panel,
  title,
  label,
  footer,
  onUse,
  children,
}: {
  panel: Panel;
  title?: string;
  label: string;
  footer?: ReactNode;
  /** Something in it was clicked or has the focus: what it shows should stay. */
  onUse?: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const closeOpen = () => (panel.isOpen ? panel.close() : false);
  useHotkeys({ Esc: closeOpen });
  return (
    <aside className="pane side" aria-label={label} data-open={panel.isOpen || undefined} onFocus={onUse}>
      {title && <h2>{title}</h2>}
      {panel.isOpen && (
        <ActionIcon className="only-narrow panel-close" aria-label={t('ui.close')} onClick={panel.close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
      <ScrollPane className="scroll stack" label={`${label}: ${t('ui.details')}`}>
        {children}
      </ScrollPane>
      {footer && <footer>{footer}</footer>}
    </aside>
  );
}
