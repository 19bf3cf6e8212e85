import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../ui/failure-words';
import { go } from '../ui/route';
import { toast } from '../ui/toasts';
import { useShown } from '../ui/use-shown';
import type { Part } from './set-up';

/** Says that a call failed where its form is not on screen any more, and offers the way back to it. */
export function useFailureElsewhere(part: Part): (error: Error) => void {
  const { t } = useTranslation();
  const isShown = useShown();
  const failureWords = useFailureWords();
  return (error) => {
    if (isShown()) return;
    const { what } = failureWords(error);
    toast(`${t(`media.views.${part}`)}: ${what}`, {
      icon: <IconAlertTriangle size={16} aria-hidden />,
      offer: { label: t('media.showForm'), run: () => go('media', part) },
    });
  };
}
