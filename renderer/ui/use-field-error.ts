import { useTranslation } from 'react-i18next';
import { fieldProblems } from '../../main/contract/field';

/** The sentence under a field: a schema's message is one of the codes in `fieldProblems`. */
export function useFieldError() {
  const { t } = useTranslation();
  return (error: { message?: string | undefined } | undefined): string | undefined => {
    if (!error) return undefined;
    const code = fieldProblems.find((known) => known === error.message) ?? 'not-allowed';
    return t(`fields.${code}`);
  };
}
