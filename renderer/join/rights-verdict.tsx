import { useTranslation } from 'react-i18next';
import { Finding } from '../ui/marks';
import type { Outcomes } from './rights-run';
import { differs, groups } from './rights-table';
import { type ClaimedRights, shownRights } from './token-rights';

/** How far it is, and in the end whether token and server agree. */
export function Verdict({ claimed, outcomes, isRunning }: { claimed: ClaimedRights; outcomes: Outcomes; isRunning: boolean }) {
  const { t } = useTranslation();
  const rights = groups.flatMap((group) => shownRights(claimed, group));
  const states = rights.map((right) => outcomes.get(right)?.state ?? 'waiting');
  const done = states.filter((state) => state !== 'waiting' && state !== 'runs').length;
  const count = rights.filter((right) => differs(claimed[right], outcomes.get(right))).length;
  if (isRunning)
    return (
      <div role="status">
        <Finding tone="accent" title={t('rights.runs', { done, all: rights.length })} />
      </div>
    );
  const isStopped = [...outcomes.values()].some(({ why }) => why === 'stopped');
  const isOut = outcomes.get('join')?.state === 'refused' && claimed.join.holds;
  const title = isStopped
    ? t('rights.stopped')
    : isOut
      ? t('rights.refused')
      : count > 0
        ? t('rights.differ', { count })
        : t('rights.same');
  return (
    <div role="status">
      <Finding tone={isOut ? 'red' : count > 0 || isStopped ? 'amber' : 'green'} title={title} />
    </div>
  );
}
