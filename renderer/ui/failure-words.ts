import { useTranslation } from 'react-i18next';
import { CallError } from '../api';

/** What a failed call says to people: what happened, what to do next, and the server's own words where it gave any. */
export function useFailureWords() {
  const { t } = useTranslation();
  return (error: Error) => {
    const { code, values, answer } = error instanceof CallError ? error : { code: 'internal' as const, values: {}, answer: undefined };
    return { code, what: t(`failures.${code}.what`, values), next: t(`failures.${code}.next`, values), answer };
  };
}
