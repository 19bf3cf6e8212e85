import IconLock from '@tabler/icons-react/icons/IconLock';
import { useTranslation } from 'react-i18next';
import { useOpenProfile } from './profile';

/** Whether nothing may be changed at the open profile's server: main refuses it all the same. */
export const useReadOnly = (): boolean => useOpenProfile().safety === 'read-only';

/** Says why the buttons beside it are off. */
export function ReadOnlyMark() {
  const { t } = useTranslation();
  if (!useReadOnly()) return null;
  return (
    <span className="read-only" title={t('failures.read-only.next')}>
      <IconLock size={14} stroke={1.8} aria-hidden />
      {t('failures.read-only.what')}
    </span>
  );
}
