import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { KeyList } from '../ui/key-list';

/** `?`: all keys at a glance. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('keys.title')} size={560} onClose={onClose}>
      <div className="dialog">
        <h2>{t('keys.title')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className="key-scroll" tabIndex={0} data-autofocus aria-label={t('keys.title')}>
          <KeyList />
        </section>
        <footer>
          <span />
          <Button onClick={onClose}>{t('ui.close')}</Button>
        </footer>
      </div>
    </Dialog>
  );
}
