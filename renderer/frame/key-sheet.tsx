import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyList } from '../ui/key-list';

/** `?`: all keys at a glance. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const content = { 'aria-label': t('keys.title') };
  return (
    <Modal opened onClose={onClose} size={560} transitionProps={{ duration: 0 }} attributes={{ content }}>
      <div className="dialog">
        <h2>{t('keys.title')}</h2>
        <KeyList />
        <footer>
          <span />
          <Button data-autofocus onClick={onClose}>
            {t('ui.close')}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
