import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';

type Props = { title: string; children: ReactNode };

/** Keeps a fault in its section. The error's own text may hold what was typed, so it is not shown. */
export class SectionBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError = () => ({ isBroken: true });
  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <Broken title={this.props.title} onReload={() => this.setState({ isBroken: false })} />;
  }
}

function Broken({ title, onReload }: { title: string; onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      level="h1"
      tone="red"
      icon={IconAlertTriangle}
      title={t('frame.broken.what', { section: title })}
      actions={
        <Button variant="filled" onClick={onReload}>
          {t('frame.broken.reload')}
        </Button>
      }
    >
      {t('frame.broken.next')}
    </EmptyState>
  );
}
