import { useTranslation } from 'react-i18next';
import { fieldProblems } from '../../main/contract/field';
import { CallError } from '../api';

/** The sentence under a field: a schema's message is one of the codes in `fieldProblems`. */
export function useFieldError() {
  const { t } = useTranslation();
  return (error: { message?: string | undefined } | undefined): string | undefined => {
    if (!error) return undefined;
    const code = fieldProblems.find((known) => known === error.message) ?? 'not-allowed';
    return t(`fields.${code}`);
  };
}

/** The same by the path of the field, for what a call was refused for. */
export function useCallIssues(error: Error | null) {
  const fieldError = useFieldError();
  return (path: string) => {
    const issue = error instanceof CallError ? error.issues.find((one) => one.path === path) : undefined;
    return fieldError(issue && { message: issue.code });
  };
}
