import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCircleX from '@tabler/icons-react/icons/IconCircleX';
import { useTranslation } from 'react-i18next';
import type { AgentJob } from '../../main/contract/agents';

/** What is known of a job. The server goes on saying `running` when the agent is gone: whether it is in the room is what counts. */
export function stateOf({ status, present }: AgentJob) {
  if (status === 'running') return present ? 'present' : 'absent';
  return status;
}

export function JobState({ job }: { job: AgentJob }) {
  const { t } = useTranslation();
  const state = stateOf(job);
  const [tone, Icon] =
    state === 'failed' ? (['red', IconCircleX] as const) : state === 'absent' ? (['amber', IconAlertTriangle] as const) : ['', null];
  return (
    <span className={`result ${tone}`}>
      {Icon && <Icon size={14} aria-hidden />}
      {t(`agents.states.${state}`)}
    </span>
  );
}
