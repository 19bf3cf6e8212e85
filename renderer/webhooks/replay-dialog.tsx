import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryDetails } from '../../main/contract/webhooks';
import { api, CallError, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useReason } from '../ui/reason';
import { SafeText } from '../ui/safe-text';
import { timesIn } from '../ui/times';
import { useFieldError } from '../ui/use-field-error';
import { Answer } from './answer';
import { useOutside } from './outside';

type Props = { delivery: DeliveryDetails; forwardUrl: string; onClose: () => void };

/** Sends one event again, where the operator wants it, and shows the answer. */
export function ReplayDialog(props: Props) {
  const { t } = useTranslation();
  const title = t('webhooks.replay.title');
  return (
    <Dialog label={title} size={460} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ delivery, forwardUrl, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const { event, room, at } = delivery;
  const which = [event || t('webhooks.noEvent'), room, timesIn(i18n.language).moment(at)].filter(Boolean).join(' · ');
  const fieldError = useFieldError();
  const [url, setUrl] = useState(forwardUrl);
  const { warning, outside, isReady } = useOutside(url);
  const { reason, isGiven, field } = useReason(outside ? 'dangerous' : 'harmless');
  const replay = useMutation({
    mutationFn: () => unwrap(api['webhooks.replay']({ no: delivery.no, url, outside, confirmed: outside, reason })),
  });
  const issue = replay.error instanceof CallError ? replay.error.issues[0] : undefined;
  const canSend = url.trim() !== '' && isReady && isGiven && !replay.isPending;
  const submit = () => canSend && replay.mutate();
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{t('webhooks.replay.title')}</h2>
      <p className="mono">
        <SafeText text={which} longest={200} />
      </p>
      <p>{t(`webhooks.replay.${replay.data?.signature ?? delivery.replay}`)}</p>
      <TextInput
        data-autofocus
        label={t('webhooks.sendTo')}
        placeholder="http://127.0.0.1:3000/hooks"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        error={fieldError(issue && { message: issue.code })}
        classNames={{ input: 'rk-input mono' }}
      />
      {warning}
      {field}
      {replay.data && <Answer answer={replay.data} />}
      {!issue && <Problem error={replay.error} />}
      <footer>
        <span />
        <Button onClick={onClose}>{t('ui.close')}</Button>
        <Button variant="filled" disabled={!canSend} loading={replay.isPending} rightSection={<Keys of="Mod ↵" />} onClick={submit}>
          {t('webhooks.replay.verb')}
        </Button>
      </footer>
    </div>
  );
}
