import { Button } from '@mantine/core';
import IconPlayerStop from '@tabler/icons-react/icons/IconPlayerStop';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EndpointClient, type EndpointStatus, isLoopbackAddress } from '../../main/contract/endpoint';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Problem } from '../ui/problem';
import { BarActions } from '../ui/screen';
import { PanelButton, usePanel } from '../ui/side-panel';
import { ClientForm } from './client-form';
import { ClientKey } from './client-key';
import { EndpointAnswerList } from './endpoint-answers';
import { EndpointClients } from './endpoint-clients';
import { EndpointHead } from './endpoint-head';
import { EndpointHow } from './endpoint-how';
import { useEndpoint, useEndpointDraft } from './use-endpoint';

/** The service that gives tokens to programs: how it runs, who may ask it, and what it has answered. */
export function Endpoint() {
  const { data, error } = useEndpoint();
  if (!data) return <div className="stack">{error && <Problem error={error} />}</div>;
  return <Body status={data} />;
}

/** What the panel shows: how it runs, or the form of a client. */
type Shown = { at: 'how' } | { at: 'client'; client: EndpointClient | null };

function Body({ status }: { status: EndpointStatus }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const panel = usePanel();
  const draft = useEndpointDraft(status);
  const [shown, setShown] = useState<Shown>({ at: 'how' });
  // Shown in place of how it runs until "Done": whatever is looked at meanwhile, it is still there afterwards.
  const [made, setMade] = useState<{ client: EndpointClient; key: string } | null>(null);
  const [asks, setAsks] = useState(false);
  const put = (answer: EndpointStatus) => {
    client.setQueryData(['endpoint.status'], answer);
    setAsks(false);
  };
  const start = useMutation({
    mutationFn: (exposed: boolean) => unwrap(api['endpoint.start']({ ...draft.draft, exposed })),
    onSuccess: put,
    onError: () => setAsks(false),
  });
  const stop = useMutation({ mutationFn: () => unwrap(api['endpoint.stop']({})), onSuccess: put });
  const begin = () => {
    start.reset();
    if (isLoopbackAddress(draft.draft.address)) start.mutate(false);
    else setAsks(true);
  };
  const show = (next: Shown) => {
    setShown(next);
    if (next.at !== 'how' && !panel.isOpen) panel.toggle();
  };
  const home = () => setShown({ at: 'how' });
  return (
    <>
      <BarActions>
        <PanelButton panel={panel}>{t('endpoint.details')}</PanelButton>
        {status.running ? (
          <Button leftSection={<IconPlayerStop size={14} aria-hidden />} loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('endpoint.stop')}
          </Button>
        ) : (
          <Button variant="filled" loading={start.isPending} onClick={begin}>
            {t('endpoint.start')}
          </Button>
        )}
      </BarActions>
      <div className="split">
        <section className="pane" aria-label={t('endpoint.title')}>
          <EndpointHead status={status} />
          <Problem error={start.error ?? stop.error} />
          <EndpointClients clients={status.clients} onOpen={(one) => show({ at: 'client', client: one })} />
          <EndpointAnswerList />
          <EndpointFoot status={status} />
        </section>
        {shown.at === 'how' && !made && <EndpointHow status={status} draft={draft} error={start.error} panel={panel} />}
        {shown.at === 'client' && (
          <ClientForm
            key={shown.client?.id ?? 'new'}
            client={shown.client}
            panel={panel}
            onClose={home}
            onSaved={({ client: saved, key }) => {
              home();
              if (key !== null) setMade({ client: saved, key });
            }}
          />
        )}
        {shown.at === 'how' && made && (
          <ClientKey
            client={made.client}
            clientKey={made.key}
            url={status.running?.url ?? null}
            panel={panel}
            onDone={() => setMade(null)}
            onAnother={() => {
              setMade(null);
              show({ at: 'client', client: null });
            }}
          />
        )}
      </div>
      {asks && (
        <ConfirmDialog
          question={t('endpoint.expose.question', { address: draft.draft.address })}
          what={t('endpoint.expose.what')}
          consequences={[t('endpoint.expose.plain'), t('endpoint.expose.keys')]}
          verb={t('endpoint.start')}
          pending={start.isPending}
          onConfirm={() => start.mutate(true)}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function EndpointFoot({ status: { settings, running } }: { status: EndpointStatus }) {
  const { t } = useTranslation();
  const address = running?.address ?? settings.address;
  return (
    <footer className="status">
      <span>{t(isLoopbackAddress(address) ? 'endpoint.ownOnly' : 'endpoint.exposed', { address })}</span>
      <span className="hints">{t('endpoint.alsoInAudit')}</span>
    </footer>
  );
}
