import { ActionIcon } from '@mantine/core';
import IconX from '@tabler/icons-react/icons/IconX';
import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import { useAbout } from '../ui/queries';
import { createStore } from '../ui/store';

const understood = createStore(false);

/** What happened before the page was there. It stays until it was understood, once for all sections. */
export function Notices() {
  const { t } = useTranslation();
  const isUnderstood = understood.use();
  const { data: { notices } = { notices: [] } } = useAbout();
  if (isUnderstood || notices.length === 0) return null;
  return (
    <div className="notices" role="status">
      {notices.map(({ code, values: { file } }) => (
        <Finding key={code} tone="amber" title={t(`frame.notices.${code}`)}>
          {file && t('frame.keptAt', { file })}
        </Finding>
      ))}
      <ActionIcon aria-label={t('frame.understood')} onClick={() => understood.set(true)}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}
