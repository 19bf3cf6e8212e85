import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { MomentLines } from './connection-facts';
import { useFigures } from './figures';
import { runScenario, type ScenarioName, type ScenarioState, scenarioNames, scenariosOf } from './scenario-run';
import type { Session } from './session';
import { recordOf } from './session-record';
import './statistics.css';

/** Faults on demand: what happened, and how long media stood still. */
export function Scenarios({ session }: { session: Session }) {
  const { t } = useTranslation();
  const states = scenariosOf(session).use();
  const moments = recordOf(session).moments.use();
  const { connection } = session.shown.use();
  const run = useMutation({ mutationFn: (name: ScenarioName) => runScenario(session, name), gcTime: 0 });
  const isRunning = [...states.values()].some(({ state }) => state === 'runs');
  return (
    <section className="statistics" aria-label={t('scenarios.title')}>
      <ScrollPane className="scroll" label={t('scenarios.list')}>
        <p className="rk-hint">{t('scenarios.lead')}</p>
        <ul className="scenarios">
          {scenarioNames.map((name) => (
            <li key={name} aria-label={t(`scenarios.names.${name}`)}>
              <span>
                <b>{t(`scenarios.names.${name}`)}</b>
                <ScenarioResult name={name} state={states.get(name)} />
              </span>
              <Button
                size="compact-xs"
                disabled={isRunning || connection === 'left'}
                leftSection={<IconPlayerPlay size={12} aria-hidden />}
                aria-label={t('scenarios.runOne', { name: t(`scenarios.names.${name}`) })}
                onClick={() => run.mutate(name)}
              >
                {t(states.get(name)?.state === 'runs' ? 'scenarios.runs' : 'scenarios.run')}
              </Button>
            </li>
          ))}
        </ul>
        <h2>{t('statistics.happened')}</h2>
        <MomentLines moments={moments} />
      </ScrollPane>
    </section>
  );
}

const fine = ['stopped-and-flowed', 'never-stopped', 'runs'];

function ScenarioResult({ name, state }: { name: ScenarioName; state: ScenarioState | undefined }) {
  const { t } = useTranslation();
  const { seconds } = useFigures();
  if (!state) return <code>{name}</code>;
  const flowed = state.state === 'stopped-and-flowed' ? state : { backAfterMs: 0, gapMs: 0 };
  const values = { back: seconds(flowed.backAfterMs), gap: seconds(flowed.gapMs) };
  const Icon = fine.includes(state.state) ? IconCheck : IconAlertTriangle;
  return (
    <small className={fine.includes(state.state) ? '' : 'amber'} role="status">
      {state.state !== 'runs' && <Icon size={13} stroke={2} aria-hidden />}
      <span>
        {t(`scenarios.results.${state.state}`, values)}
        {state.state === 'stopped-and-flowed' && state.measured === 'answers' && ` ${t('scenarios.byAnswers')}`}
        {state.state === 'failed' && <SafeText text={state.said} longest={200} />}
      </span>
    </small>
  );
}
