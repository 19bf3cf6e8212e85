import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointClient } from '../../main/contract/endpoint';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Problem } from '../ui/problem';
import { SidePanel, type usePanel } from '../ui/side-panel';

type Props = { client: EndpointClient; onClose: () => void };

/** Revokes a client; one that is revoked can be taken out of the list, and has then a panel of its own. */
export function EndClient({ client, onClose, panel }: Props & { panel?: ReturnType<typeof usePanel> }) {
  return panel ? <Revoked client={client} onClose={onClose} panel={panel} /> : <Revoke client={client} onClose={onClose} />;
}

function Revoke({ client: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const revoke = useMutation({ mutationFn: () => unwrap(api['endpoint.revokeClient']({ id })), onSuccess: onClose });
  return (
    <>
      <Button color="red" variant="subtle" onClick={() => setAsks(true)}>
        {t('endpoint.revoke')}
      </Button>
      {asks && (
        <ConfirmDialog
          question={t('endpoint.revokeQuestion', { name })}
          what={t('endpoint.revokeWhat')}
          consequences={[t('endpoint.revokeTokens')]}
          verb={t('endpoint.revokeVerb')}
          pending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function Revoked({ client: { id, name }, onClose, panel }: Props & { panel: ReturnType<typeof usePanel> }) {
  const { t } = useTranslation();
  const remove = useMutation({ mutationFn: () => unwrap(api['endpoint.removeClient']({ id })), onSuccess: onClose });
  const footer = (
    <>
      <span />
      <Button onClick={onClose}>{t('ui.close')}</Button>
      <Button loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('endpoint.remove')}
      </Button>
    </>
  );
  return (
    <SidePanel panel={panel} title={name} label={name} footer={footer}>
      <p className="rk-hint">{t('endpoint.revokedHint')}</p>
      <Problem error={remove.error} />
    </SidePanel>
  );
}
