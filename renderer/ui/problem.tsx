import { isClosed } from './closed';
import { useFailureWords } from './failure-words';
import { Finding } from './marks';

/** A failed call in a form: the sentence, the next step, and the server's own words. */
export function Problem({ error }: { error: Error | null }) {
  const failureWords = useFailureWords();
  const isSaid = isClosed.use();
  if (!error) return null;
  const { code, what, next, answer } = failureWords(error);
  if (code === 'closed' && isSaid) return null;
  return (
    <div role="alert" className="problem">
      <Finding tone="red" title={what}>
        {next}
        {answer && <code className="answer-line">{answer}</code>}
      </Finding>
    </div>
  );
}
