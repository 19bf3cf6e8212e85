import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { CopyIcon } from '../ui/copy-button';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { setUpSteps } from './set-up-steps';

/** Why an egress did not start; where it may have started all the same, that too; where only a worker is missing, how to run one. */
export function StartFailed({ error }: { error: Error }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  // It comes half a minute after the press, at the end of a long form.
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const code = error instanceof CallError ? error.code : 'internal';
  return (
    <div ref={place}>
      <Problem error={error} />
      {(code === 'timeout' || code === 'cancelled') && <p className="rk-hint under">{t('media.egress.start.maybe')}</p>}
      {code === 'no-worker' && <WorkerMissing />}
    </div>
  );
}

function WorkerMissing() {
  const { t } = useTranslation();
  const { serverUrl } = useOpenProfile();
  const worker = setUpSteps('egress', serverUrl).find(({ step }) => step === 'worker');
  if (!worker) return null;
  return (
    <section className="worker-missing" aria-label={t('media.missing.setUp')}>
      <p className="rk-hint">{t('media.egress.start.noWorker')}</p>
      <div className="codeblock">
        <div className="codehead">
          <b>{t('media.egress.start.runWorker')}</b>
          <CopyIcon text={worker.text} label={t('media.missing.copy', { what: t('media.egress.start.runWorker') })} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre className="json" tabIndex={0}>
          {worker.text}
        </pre>
      </div>
    </section>
  );
}
