import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentDispatch } from '../../main/contract/agents';
import type { Column } from '../ui/data-table';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import { AgentName } from './agent-name';
import { JobState } from './job-state';

/** The newest job speaks for the dispatch; how many more there are is said beside it. */
function Jobs({ jobs }: AgentDispatch) {
  const { t } = useTranslation();
  const last = jobs.at(-1);
  if (!last) return <span className="none">{t('agents.noJob')}</span>;
  return (
    <>
      <JobState job={last} />
      {jobs.length > 1 && <span className="of"> {t('agents.moreJobs', { count: jobs.length - 1 })}</span>}
    </>
  );
}

export function useDispatchColumns(): Column<AgentDispatch>[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const time = timesIn(i18n.language);
    return [
      {
        id: 'agent',
        head: t('agents.columns.agent'),
        width: 220,
        compare: (a, b) => a.agentName.localeCompare(b.agentName),
        cell: ({ agentName }) => <AgentName name={agentName} />,
      },
      {
        id: 'jobs',
        head: t('agents.columns.jobs'),
        width: 190,
        compare: (a, b) => a.jobs.length - b.jobs.length,
        cell: (dispatch) => <Jobs {...dispatch} />,
      },
      {
        id: 'metadata',
        head: t('agents.columns.metadata'),
        cell: ({ metadata }) => <span className="note">{metadata && <SafeText text={metadata} longest={120} />}</span>,
      },
      {
        id: 'made',
        head: t('agents.columns.made'),
        width: 92,
        align: 'num',
        compare: (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0),
        cell: ({ createdAt }) => <span className="dim">{createdAt === null ? '–' : time.exactClock(createdAt)}</span>,
      },
    ];
  }, [t, i18n.language]);
}
