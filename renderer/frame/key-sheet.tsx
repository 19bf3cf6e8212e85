import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { KeyList } from '../ui/key-list';
import { ScrollPane } from '../ui/scroll-pane';

/** `?`: all keys at a glance. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('keys.title')} size={560} onClose={onClose}>
      <div className="dialog">
        <h2>{t('keys.title')}</h2>
        <ScrollPane className="key-scroll" data-autofocus label={t('keys.title')}>
          <KeyList />
        </ScrollPane>
        <footer>
          <span />
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </footer>
      </div>
    </Dialog>
  );
}
