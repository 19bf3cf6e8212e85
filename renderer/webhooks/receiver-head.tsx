import { Button, Menu, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookStatus } from '../../main/contract/webhooks';
import { api, unwrap } from '../api';
import { CopyIcon } from '../ui/copy-button';
import { Problem } from '../ui/problem';
import { saveFile } from '../ui/save-file';
import { timesIn } from '../ui/times';
import { ForwardDialog } from './forward-dialog';
import type { DeliveryView } from './use-webhooks';

type Props = { status: WebhookStatus; filter: { view: DeliveryView; text: string } };

/** Whether it receives, where, and what is done with what has come. */
export function ReceiverHead({ status, filter }: Props) {
  const { t, i18n } = useTranslation();
  const [forwards, setForwards] = useState(false);
  const save = useMutation({
    mutationFn: (format: 'csv' | 'json') => unwrap(api['webhooks.export']({ ...filter, format })),
    onSuccess: (file) => saveFile(file),
  });
  const { state, since, url } = status;
  const time = since ? timesIn(i18n.language).clock(since) : '';
  return (
    <>
      <div className="service">
        <span className="service-state" role="status">
          <i className={state === 'on' ? 'dot green' : 'dot'} aria-hidden />
          <b className={state === 'waiting' ? 'bad' : undefined}>{t(`webhooks.states.${state}`, { time })}</b>
        </span>
        {url && state !== 'off' && (
          <TextInput
            aria-label={t('webhooks.url')}
            readOnly
            value={url}
            classNames={{ input: 'rk-input mono' }}
            rightSection={<CopyIcon text={url} label={t('webhooks.copyUrl')} />}
          />
        )}
        <Button variant="subtle" onClick={() => setForwards(true)}>
          {t(status.forward.url ? 'webhooks.forward.isOn' : 'webhooks.forward.open')}
        </Button>
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <Button variant="subtle">{t('webhooks.export')}</Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('webhooks.export')}>
            <Menu.Item onClick={() => save.mutate('csv')}>CSV</Menu.Item>
            <Menu.Item onClick={() => save.mutate('json')}>JSON</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Problem error={save.error} />
      {forwards && <ForwardDialog status={status} onClose={() => setForwards(false)} />}
    </>
  );
}
