import { Button, TextInput } from '@mantine/core';
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

/** Where each verified event is passed on to. */
export function ForwardDialog(props: Props) {
  const { t } = useTranslation();
  const title = t('webhooks.forward.title');
  return (
    <Dialog label={title} size={460} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ status: { forward }, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const [url, setUrl] = useState(forward.url);
  const { warning, outside, isReady } = useOutside(url);
  const set = useMutation({
    mutationFn: (to: string) => unwrap(api['webhooks.forward']({ url: to, outside })),
    onSuccess: (status) => {
      client.setQueryData(['webhooks.status'], status);
      onClose();
    },
  });
  const issue = set.error instanceof CallError ? set.error.issues[0] : undefined;
  const submit = () => url.trim() !== '' && isReady && !set.isPending && set.mutate(url);
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{t('webhooks.forward.title')}</h2>
      <p>{t('webhooks.forward.means')}</p>
      <TextInput
        data-autofocus
        label={t('webhooks.forward.url')}
        placeholder="http://127.0.0.1:3000/hooks"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
        error={fieldError(issue && { message: issue.code })}
        classNames={{ input: 'rk-input mono' }}
      />
      {warning}
      {forward.waiting > 0 && <p>{t('webhooks.forward.waiting', { count: forward.waiting })}</p>}
      {!issue && <Problem error={set.error} />}
      <footer>
        <span>
          {forward.url && (
            <Button variant="subtle" onClick={() => set.mutate('')}>
              {t('webhooks.forward.end')}
            </Button>
          )}
        </span>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          variant="filled"
          disabled={url.trim() === '' || !isReady}
          loading={set.isPending}
          rightSection={<Keys of="Mod ↵" />}
          onClick={submit}
        >
          {t('webhooks.forward.verb')}
        </Button>
      </footer>
    </div>
  );
}
