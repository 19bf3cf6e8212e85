import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { Finding } from './marks';

/** The one place that turns a failed call into a sentence, a next step, and the server's own words. */
export function Problem({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (!error) return null;
  const code = error instanceof CallError ? error.code : 'internal';
  const values = error instanceof CallError ? error.values : {};
  const answer = error instanceof CallError ? error.answer : undefined;
  return (
    <div role="alert" className="problem">
      <Finding tone="red" title={t(`failures.${code}.what`, values)}>
        {t(`failures.${code}.next`, values)}
        {answer && <code className="answer-line">{answer}</code>}
      </Finding>
    </div>
  );
}
