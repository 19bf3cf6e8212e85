import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { Problem } from '../ui/problem';
import type { Part } from './set-up';
import { WorkerMissing } from './worker-missing';

type Failed = {
  error: Error | null;
  part: Part;
  /** What may have happened all the same, where the console stopped waiting. */
  maybe?: string;
  children?: ReactNode;
};

/** Why a worker did not do what was asked; where it may have all the same, that too; where only a worker is missing, how to run one. */
export function RequestFailed({ error, part, maybe, children }: Failed) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  // It comes half a minute after the press, at the end of a long form.
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const code = error instanceof CallError ? error.code : 'internal';
  return (
    <div ref={place}>
      <Problem error={error} />
      {(code === 'timeout' || code === 'cancelled') && maybe && <p className="rk-hint under">{maybe}</p>}
      {code === 'no-worker' && <WorkerMissing part={part}>{t(`media.noWorker.${part}`)}</WorkerMissing>}
      {children}
    </div>
  );
}
