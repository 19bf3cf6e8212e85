import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstallLocalServer } from '../ui/install-local-server';
import { isToInstall, useLocalServer } from '../ui/local-server';
import { LocalServerPort, portOf, type TypedPort } from '../ui/local-server-port';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { KeepForSession, useKeepChoice } from './keep-choice';
import type { useStartLocalServer } from './use-start-local-server';

/** A LiveKit server of one's own: started here, or the way to get one. */
export function StartLocalServer({ start }: { start: ReturnType<typeof useStartLocalServer> }) {
  const { t } = useTranslation();
  const { data, error } = useLocalServer();
  const [port, setPort] = useState<TypedPort>();
  const choice = useKeepChoice();
  const state = data?.state;
  if (!data) return <div className="connect-form">{error && <Problem error={error} />}</div>;
  if (isToInstall(data)) return <InstallLocalServer status={data} />;
  return (
    <form
      aria-label={t('services.localServer')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate({ ...portOf(port), keep: choice.keep });
      }}
    >
      <h2>{t('services.runs')}</h2>
      <p className="rk-hint">{t('services.runsHint')}</p>
      <LocalServerPort typed={port} next={data.port} onChange={setPort} error={start.error} />
      {state === 'failed' && data.note && !start.error && (
        <Finding tone="red" title={t('services.ended')}>
          <code className="answer-line">{data.note}</code>
        </Finding>
      )}
      {(state === 'starting' || start.isPending) && (
        <div className="tested" role="status">
          <Finding tone="plain" title={t('services.states.starting')}>
            {t('services.startingHint')}
          </Finding>
        </div>
      )}
      <KeepForSession choice={choice} />
      <Problem error={start.error} />
      <footer>
        <Button type="submit" variant="filled" loading={start.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t('services.startAndOpen')}
        </Button>
      </footer>
    </form>
  );
}
