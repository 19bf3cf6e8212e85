import { useTranslation } from 'react-i18next';
import type { AgentJob } from '../../main/contract/agents';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import { JobState, stateOf } from './job-state';

/** One job: what is known of it, and what the server says of it in its own word. */
export function DispatchJob({ job }: { job: AgentJob }) {
  const { t, i18n } = useTranslation();
  const time = timesIn(i18n.language);
  const at = (epoch: number | null) => (epoch === null ? '' : time.moment(epoch));
  const facts: [label: string, value: string][] = [
    [t('agents.job.status'), `JS_${job.status.toUpperCase()}`],
    [t('agents.job.type'), t(`agents.types.${job.type}`)],
    [t('agents.job.about'), job.about],
    [t('agents.job.identity'), job.identity],
    [t('agents.job.worker'), job.workerId],
    [t('agents.job.started'), at(job.startedAt)],
    [t('agents.job.updated'), job.updatedAt === job.startedAt ? '' : at(job.updatedAt)],
    [t('agents.job.ended'), at(job.endedAt)],
  ];
  return (
    <section className="job" aria-label={t('agents.job.label', { id: job.id })}>
      <header>
        <JobState job={job} />
        <code className="dim">{job.id}</code>
      </header>
      {stateOf(job) === 'absent' && <p className="rk-hint">{t('agents.absentAgent')}</p>}
      {job.error && (
        <code className="answer-line">
          <SafeText text={job.error} longest={2_000} />
        </code>
      )}
      <dl className="pairs">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="pair">
              <dt>{label}</dt>
              <dd>
                <SafeText text={value} longest={300} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
