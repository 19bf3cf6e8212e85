import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalServerStatus } from '../../main/contract/local-server';
import { api, unwrap } from '../api';
import { KeepForSession, useKeepChoice } from '../profiles/keep-choice';
import { LocalServerPort, portOf, type TypedPort } from '../ui/local-server-port';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { SidePanel, type usePanel } from '../ui/side-panel';

/** How it runs: what can be chosen while it is stopped, and what always holds. */
export function LocalServerPanel({ status, panel }: { status: LocalServerStatus; panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const choice = useKeepChoice();
  const { state, running, found } = status;
  const [typed, setPort] = useState<TypedPort>();
  const port = running ? Number(new URL(running.url).port) : typed;
  const isStopped = state === 'stopped' || (state === 'failed' && found !== null);
  const start = useMutation({
    mutationFn: () => unwrap(api['localServer.start']({ ...portOf(typed), keep: choice.keep })),
    onSuccess: (answer) => client.setQueryData(['localServer.status'], answer),
  });
  const footer = isStopped && (
    <>
      <span />
      <Button variant="filled" loading={start.isPending} rightSection={<Keys of="Mod ↵" />} onClick={() => start.mutate()}>
        {t('services.start')}
      </Button>
    </>
  );
  return (
    <SidePanel panel={panel} title={t('services.how')} label={t('services.how')} footer={footer}>
      <LocalServerPort typed={port} next={status.port} onChange={setPort} error={start.error} readOnly={!isStopped} />
      {found && <TextInput label={t('services.program')} readOnly value={found.path} classNames={{ input: 'rk-input mono' }} />}
      <dl className="pairs wide">
        {(['unmute', 'create', 'loopback'] as const).map((option) => (
          <div key={option}>
            <dt>{t(`services.options.${option}`)}</dt>
            <dd>{t('services.on')}</dd>
          </div>
        ))}
      </dl>
      {isStopped && <KeepForSession choice={choice} withFix />}
      <Problem error={start.error} />
      <div className="findings">
        <Finding tone="plain" title={t('services.redis')}>
          {t('services.redisHint')}
        </Finding>
        <Finding tone="plain" title={t('services.ends')}>
          {t('services.endsHint')}
        </Finding>
      </div>
    </SidePanel>
  );
}
