import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { toast } from '../ui/toasts';
import { useCallIssues } from '../ui/use-field-error';
import { AsCommand } from './as-command';
import type { DialogProps } from './live-dialogs';

/** Sends data to some (`to`) or, where it is empty, to everyone. */
export function SendMessage(props: { to: string[] } & DialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('live.message.title')} size={460} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ to, room, onClose }: { to: string[] } & DialogProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [text, setText] = useState('');
  const [topic, setTopic] = useState('');
  const [reliable, setReliable] = useState(true);
  const { reason, field } = useReason('harmless');
  const send = useMutation({
    mutationFn: () => unwrap(api['participants.sendData']({ profileId: profile.id, room, identities: to, topic, text, reliable, reason })),
    onSuccess: ({ reached }) => {
      if (reached === 0) return; // the server says 200 all the same; the form says what it means
      toast(t('live.message.sent', { count: reached }));
      onClose();
    },
  });
  const issueOf = useCallIssues(send.error);
  const submit = () => text !== '' && !send.isPending && send.mutate();
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{t('live.message.title')}</h2>
      <p>
        {t('live.message.to')}: <b>{to.length === 0 ? t('live.message.everyone') : t('live.message.some', { count: to.length })}</b>.{' '}
        {t('live.message.hint')}
      </p>
      <Textarea
        data-autofocus
        label={t('live.message.text')}
        autosize
        minRows={3}
        maxRows={10}
        error={issueOf('text')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextInput
        label={t('live.message.topic')}
        classNames={{ input: 'rk-input mono' }}
        error={issueOf('topic')}
        value={topic}
        onChange={({ target }) => setTopic(target.value)}
      />
      <Switch
        label={t('live.message.reliable')}
        description={t('live.message.reliableHint')}
        checked={reliable}
        onChange={({ target }) => setReliable(target.checked)}
      />
      {send.data?.reached === 0 && <Finding tone="amber" title={t('live.message.nobody')} />}
      {field}
      <Problem error={send.error} />
      <footer>
        <AsCommand of={[{ commands: () => (text === '' ? [] : [{ action: 'send-data', room, identities: to, topic, text, reliable }]) }]} />
        <Button
          variant="subtle"
          onClick={() => {
            setText(t('live.mute.askText'));
            setTopic('ask-to-unmute');
          }}
        >
          {t('live.message.ask')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button variant="filled" disabled={text === ''} loading={send.isPending} rightSection={<Keys of="Mod ↵" />} onClick={submit}>
          {t('live.message.verb')}
        </Button>
      </footer>
    </div>
  );
}
