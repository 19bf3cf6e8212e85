import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgentDispatch } from '../../main/contract/agents';
import { Finding } from '../ui/marks';
import { SafeText, safeString } from '../ui/safe-text';
import { SidePanel, type usePanel } from '../ui/side-panel';
import { DispatchJob } from './dispatch-job';

type PanelProps = { dispatch: AgentDispatch; panel: ReturnType<typeof usePanel>; readOnly: boolean; onDelete: () => void };

/** All of one dispatch: what it gives to the agent, and each of its jobs. */
export function DispatchPanel({ dispatch, panel, readOnly, onDelete }: PanelProps) {
  const { t } = useTranslation();
  const { id, agentName, metadata, jobs } = dispatch;
  const name = agentName ? safeString(agentName, 60) : t('agents.nameless');
  const footer = (
    <>
      <span />
      <Button variant="outline" color="red" disabled={readOnly} onClick={onDelete}>
        {t('agents.delete.button')}
      </Button>
    </>
  );
  return (
    <SidePanel panel={panel} title={name} label={t('agents.panel', { name })} footer={footer}>
      {agentName === '' && <p className="rk-hint">{t('agents.namelessWhy')}</p>}
      <dl className="pairs">
        <dt>{t('agents.id')}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{t('agents.columns.metadata')}</dt>
        <dd>{metadata ? <SafeText text={metadata} longest={4_000} /> : '–'}</dd>
      </dl>
      {jobs.length === 0 && (
        <div className="findings">
          <Finding tone="plain" title={t('agents.noJob')}>
            {t('agents.noJobWhy')}
          </Finding>
        </div>
      )}
      {jobs.map((job) => (
        <DispatchJob key={job.id} job={job} />
      ))}
    </SidePanel>
  );
}
