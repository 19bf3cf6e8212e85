import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../api';
import { Finding, type Tone } from '../ui/marks';
import { usePresets } from '../ui/presets';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { SafeText } from '../ui/safe-text';
import { ScrollPane } from '../ui/scroll-pane';
import { type CheckState, type Checks, checkNames, runChecks } from './connection-check';
import { issueFor } from './issue-for';
import './statistics.css';

const tones: Record<CheckState['state'], Tone> = {
  waiting: 'plain',
  runs: 'accent',
  passed: 'green',
  failed: 'red',
  skipped: 'plain',
  'no-device': 'plain',
};
const newName = () => `connection-check-${crypto.randomUUID().slice(0, 8)}`;

/** LiveKit's connection check, step by step, in a room of its own. */
export function CheckView() {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const publisher = usePresets().data?.find(({ id }) => id === 'publisher');
  const [checks, setChecks] = useState<Checks>(new Map());
  const ended = useRef<AbortController | null>(null);
  useEffect(() => () => ended.current?.abort(), []);
  const begin = useMutation({
    mutationFn: async () => {
      if (!publisher) return;
      const over = new AbortController();
      ended.current = over;
      setChecks(new Map());
      const name = newName();
      await runChecks(profile.serverUrl, await issueFor(profile, publisher, name, name), setChecks, over.signal);
    },
    gcTime: 0,
  });
  return (
    <div className="pane">
      <ScrollPane className="scroll form" label={t('check.title')}>
        <p className="rk-hint">{t('check.lead')}</p>
        <ol className="checks">
          {checkNames.map((name) => (
            <li key={name} aria-label={t(`check.names.${name}`)}>
              <CheckLine title={t(`check.names.${name}`)} what={t(`check.whats.${name}`)} check={checks.get(name)} />
            </li>
          ))}
        </ol>
        {begin.error instanceof CallError && <Problem error={begin.error} />}
      </ScrollPane>
      <footer>
        <span>{t('check.token')}</span>
        <Button variant="filled" loading={begin.isPending} disabled={!publisher} onClick={() => begin.mutate()}>
          {t('check.run')}
        </Button>
      </footer>
    </div>
  );
}

function CheckLine({ title, what, check }: { title: string; what: string; check: CheckState | undefined }) {
  const { t } = useTranslation();
  const { state, notes } = check ?? { state: 'waiting' as const, notes: [] };
  const warned = state === 'passed' && notes.some(({ level }) => level === 'warning');
  return (
    <Finding tone={warned ? 'amber' : tones[state]} title={`${title}: ${t(`check.states.${warned ? 'warned' : state}`)}`}>
      {what}
      {notes.slice(-6).map(({ level, text }) => (
        <code key={`${level} ${text}`} className="answer-line">
          <SafeText text={text} longest={200} />
        </code>
      ))}
    </Finding>
  );
}
