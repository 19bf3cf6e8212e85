import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookStatus } from '../../main/contract/webhooks';
import { api, CallError, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useFieldError } from '../ui/use-field-error';
import { useOutside } from './outside';

type Props = { status: WebhookStatus; onClose: () => void };

/** Where it receives: one of this computer's addresses, a port, a path. Any but the loopback only after the warning. */
export function ReceiverDialog(props: Props) {
  const { t } = useTranslation();
  const title = t('webhooks.place.title');
  return (
    <Dialog label={title} size={460} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ status, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const [{ address, port, path }, setPlace] = useState(status.place);
  const change = (changed: Partial<typeof status.place>) => setPlace({ address, port, path, ...changed });
  const { warning, outside, isReady } = useOutside(`http://${address.includes(':') ? `[${address}]` : address}`);
  const start = useMutation({
    mutationFn: () => unwrap(api['webhooks.start']({ address, port, path, outside })),
    onSuccess: (started) => {
      client.setQueryData(['webhooks.status'], started);
      onClose();
    },
  });
  const issueOf = (field: string) => {
    const issue = start.error instanceof CallError ? start.error.issues.find((one) => one.path === field) : undefined;
    return fieldError(issue && { message: issue.code });
  };
  const submit = () => isReady && !start.isPending && start.mutate();
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{t('webhooks.place.title')}</h2>
      <Select
        label={t('webhooks.place.address')}
        data={[...new Set([...status.addresses, address])]}
        value={address}
        onChange={(value) => value && change({ address: value })}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        error={issueOf('address')}
      />
      {warning}
      <NumberInput
        label={t('webhooks.place.port')}
        description={t('webhooks.place.portHint')}
        value={port === 0 ? '' : port}
        onChange={(value) => change({ port: Number(value) || 0 })}
        allowDecimal={false}
        hideControls
        error={issueOf('port')}
        classNames={{ input: 'rk-input mono' }}
      />
      <TextInput
        label={t('webhooks.place.path')}
        value={path}
        onChange={({ target }) => change({ path: target.value })}
        error={issueOf('path')}
        classNames={{ input: 'rk-input mono' }}
      />
      <Problem error={start.error} />
      <footer>
        <span />
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={start.isPending}
          rightSection={<Keys of="Mod ↵" />}
          onClick={() => start.mutate()}
        >
          {t('webhooks.place.verb')}
        </Button>
      </footer>
    </div>
  );
}
