import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { api, unwrap } from '../api';
import { InstallLocalServer } from '../ui/install-local-server';
import { isToInstall, useLocalServer } from '../ui/local-server';
import { Problem } from '../ui/problem';
import { BarActions } from '../ui/screen';
import { PanelButton, usePanel } from '../ui/side-panel';
import { LocalServerHead } from './local-server-head';
import { LocalServerLog } from './local-server-log';
import { LocalServerPanel } from './local-server-panel';

/** The livekit-server of this computer: how it stands, what it says, and how it runs. */
export function LocalServer() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error } = useLocalServer();
  const put = (answer: LocalServerStatus) => client.setQueryData(['localServer.status'], answer);
  const stop = useMutation({ mutationFn: () => unwrap(api['localServer.stop']({})), onSuccess: put });
  const panel = usePanel();
  if (!data) return <div className="stack">{error && <Problem error={error} />}</div>;
  const { state } = data;
  const canStop = ['running', 'starting', 'stopping'].includes(state);
  return (
    <>
      <BarActions>
        <PanelButton panel={panel}>{t('services.how')}</PanelButton>
        {canStop && (
          <Button loading={state === 'stopping' || stop.isPending} onClick={() => stop.mutate()}>
            {t('services.stop')}
          </Button>
        )}
      </BarActions>
      <div className="split">
        <section className="pane" aria-label={t('services.localServer')}>
          <LocalServerHead status={data} />
          <Problem error={stop.error} />
          {isToInstall(data) ? (
            <div className="scroll stack">
              <InstallLocalServer status={data} />
            </div>
          ) : (
            <LocalServerLog />
          )}
        </section>
        <LocalServerPanel status={data} panel={panel} />
      </div>
    </>
  );
}
