import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryDetails, WebhookStatus } from '../../main/contract/webhooks';
import { api, unwrap } from '../api';
import { Finding } from '../ui/marks';
import { Problem } from '../ui/problem';
import { BarActions } from '../ui/screen';
import { PanelButton, usePanel } from '../ui/side-panel';
import { Deliveries } from './deliveries';
import { DeliveryPanel } from './delivery-panel';
import { NoDelivery } from './no-delivery';
import { ReceiverDialog } from './receiver-dialog';
import { ReceiverHead } from './receiver-head';
import { ReplayDialog } from './replay-dialog';
import { ServerConfig } from './server-config';
import { TestSender } from './test-sender';
import { type DeliveryView, useDeliveries, useWebhookStatus } from './use-webhooks';
import './webhooks.css';

/** Receives LiveKit's webhooks on this computer, shows them with what is wrong with some, and sends test events. */
export function Webhooks() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: status, error } = useWebhookStatus();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 250);
  const [view, setView] = useState<DeliveryView>('all');
  const list = useDeliveries(view, text);
  const [at, setAt] = useState<string | null>(null);
  const panel = usePanel();
  const [isMoving, setMoving] = useState(false);
  const [replayed, setReplayed] = useState<DeliveryDetails | null>(null);
  const put = (changed: WebhookStatus) => client.setQueryData(['webhooks.status'], changed);
  const start = useMutation({ mutationFn: (given: WebhookStatus) => unwrap(api['webhooks.start'](given.place)), onSuccess: put });
  const stop = useMutation({ mutationFn: () => unwrap(api['webhooks.stop']({})), onSuccess: put });
  if (!status) return <div className="stack">{error && <Problem error={error} />}</div>;
  const receiverUrl = status.state === 'off' ? '' : status.url;
  // What is chosen stays, also when the filter or newer ones have moved it out of the list; until something is, the newest.
  const open = at === null ? list.deliveries[0]?.no : Number(at);
  return (
    <>
      <BarActions>
        <PanelButton panel={panel}>{t('webhooks.delivery')}</PanelButton>
        <Button variant="subtle" onClick={() => setMoving(true)}>
          {t('webhooks.place.open')}
        </Button>
        {status.state === 'off' ? (
          <Button loading={start.isPending} onClick={() => start.mutate(status)}>
            {t('webhooks.start')}
          </Button>
        ) : (
          <Button loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('webhooks.stop')}
          </Button>
        )}
      </BarActions>
      <div className="split">
        <section className="pane" aria-label={t('webhooks.title')}>
          <ReceiverHead status={status} filter={{ view, text }} />
          <Problem error={start.error ?? stop.error ?? list.query.error} />
          {!status.kept && <Finding tone="amber" title={t('webhooks.notKept')} />}
          <Deliveries list={list} view={view} onView={setView} typed={typed} onTyped={setTyped} text={text} at={at} onAt={setAt} />
          <div className="webhooks-shelf">
            <ServerConfig receiverUrl={receiverUrl} />
            <TestSender receiverUrl={receiverUrl} />
          </div>
        </section>
        {open === undefined ? (
          <NoDelivery panel={panel} />
        ) : (
          <DeliveryPanel key={open} no={open} panel={panel} onUse={() => setAt(String(open))} onReplay={setReplayed} />
        )}
        {replayed && <ReplayDialog delivery={replayed} forwardUrl={status.forward.url} onClose={() => setReplayed(null)} />}
        {isMoving && <ReceiverDialog status={status} onClose={() => setMoving(false)} />}
      </div>
    </>
  );
}
