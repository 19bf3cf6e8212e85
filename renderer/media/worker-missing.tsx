import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon } from '../ui/copy-button';
import { useOpenProfile } from '../ui/profile';
import type { Part } from './set-up';
import { setUpSteps } from './set-up-steps';

/** How to run the worker that was not there, where all else was. */
export function WorkerMissing({ part, children }: { part: Part; children: ReactNode }) {
  const { t } = useTranslation();
  const { serverUrl } = useOpenProfile();
  const worker = setUpSteps(part, serverUrl).find(({ step }) => step === 'worker');
  if (!worker) return null;
  const title = t('media.runWorker');
  return (
    <section className="worker-missing" aria-label={t('media.missing.setUp')}>
      <p className="rk-hint">{children}</p>
      <div className="codeblock">
        <div className="codehead">
          <b>{title}</b>
          <CopyIcon text={worker.text} label={t('media.missing.copy', { what: title })} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre className="json" tabIndex={0}>
          {worker.text}
        </pre>
      </div>
    </section>
  );
}
