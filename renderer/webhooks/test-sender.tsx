import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core';
import IconSend from '@tabler/icons-react/icons/IconSend';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookEvents } from '../../main/contract/webhooks';
import { api, CallError, unwrap } from '../api';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { ReadOnlyMark, useReadOnly } from '../ui/read-only';
import { useReason } from '../ui/reason';
import { useFieldError } from '../ui/use-field-error';
import { Answer } from './answer';
import { useOutside } from './outside';

/** Signs an invented event with the open server's secret and sends it anywhere; to the receiver itself unless told otherwise. */
export function TestSender({ receiverUrl }: { receiverUrl: string }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const fieldError = useFieldError();
  const [event, setEvent] = useState('room_started');
  const [body, setBody] = useState('');
  const [room, setRoom] = useState('test-room');
  const [typed, setTyped] = useState<string | null>(null);
  const url = typed ?? receiverUrl;
  const { warning, outside, isReady } = useOutside(url);
  const { reason, isGiven, field } = useReason(outside ? 'dangerous' : 'harmless');
  const send = useMutation({
    mutationFn: () => unwrap(api['webhooks.sendTest']({ profileId, event, body, room, url, outside, confirmed: outside, reason })),
  });
  const issueOf = (path: string) => {
    const issue = send.error instanceof CallError ? send.error.issues.find((one) => one.path === path) : undefined;
    return fieldError(issue && { message: issue.code });
  };
  const isReadOnly = useReadOnly();
  const isAtField = send.error instanceof CallError && send.error.issues.length > 0;
  return (
    <form
      className="shelf-form"
      aria-label={t('webhooks.test.title')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (isReady && isGiven && !isReadOnly) send.mutate();
      }}
    >
      <div className="two">
        <Autocomplete
          label={t('webhooks.columns.event')}
          data={[...webhookEvents]}
          value={event}
          onChange={setEvent}
          // All of them, whatever stands in the field: it is a choice first.
          filter={({ options }) => options}
          error={issueOf('event')}
          comboboxProps={{ withinPortal: false, position: 'top' }}
        />
        <TextInput
          label={t('webhooks.columns.room')}
          value={room}
          onChange={({ target }) => setRoom(target.value)}
          error={issueOf('room')}
        />
      </div>
      <TextInput
        label={t('webhooks.sendTo')}
        placeholder="http://127.0.0.1:3000/hooks"
        value={url}
        onChange={({ target }) => setTyped(target.value)}
        error={issueOf('url')}
        classNames={{ input: 'rk-input mono' }}
      />
      <Textarea
        label={t('webhooks.test.body')}
        placeholder='{"room": {"metadata": "…"}}'
        value={body}
        onChange={({ target }) => setBody(target.value)}
        error={issueOf('body')}
        rows={1}
        classNames={{ input: 'rk-input mono' }}
      />
      {warning}
      {field}
      {!isAtField && <Problem error={send.error} />}
      <div className="shelf-end">
        {isReadOnly && <ReadOnlyMark />}
        {send.data && <Answer answer={send.data} />}
        {!send.data && !isReadOnly && <span className="rk-hint">{t('webhooks.test.signed')}</span>}
        <Button
          type="submit"
          variant="filled"
          disabled={!isReady || !isGiven || isReadOnly}
          loading={send.isPending}
          leftSection={<IconSend size={14} aria-hidden />}
        >
          {t('webhooks.test.verb')}
        </Button>
      </div>
    </form>
  );
}
