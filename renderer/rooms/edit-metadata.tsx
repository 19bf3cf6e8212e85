import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { useCallIssues } from '../ui/use-field-error';
import { AsCommand } from './as-command';

/** A room's metadata; unlike a person's it can be cleared. */
export function EditMetadata({ room, metadata, onClose }: { room: string; metadata: string; onClose: () => void }) {
  const { t } = useTranslation();
  const title = t('rooms.metadata.title', { name: safeString(room, 60) });
  return (
    <Dialog label={title} size={520} onClose={onClose}>
      <Form room={room} metadata={metadata} title={title} onClose={onClose} />
    </Dialog>
  );
}

function Form({ room, metadata, title, onClose }: { room: string; metadata: string; title: string; onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const client = useQueryClient();
  const [text, setText] = useState(metadata);
  const { reason, field } = useReason('harmless');
  const save = useMutation({
    mutationFn: () => unwrap(api['rooms.setMetadata']({ profileId: profile.id, room, metadata: text, confirmed: true, reason })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['rooms.list'] });
      toast(t('rooms.metadata.done'));
      onClose();
    },
  });
  const issueOf = useCallIssues(save.error);
  useHotkeys({ 'Mod ↵': () => save.mutate() }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{title}</h2>
      <Textarea
        data-autofocus
        label={t('rooms.columns.metadata')}
        description={t('rooms.metadata.seen')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={4}
        maxRows={14}
        classNames={{ input: 'rk-input mono' }}
        error={issueOf('metadata')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {field}
      <Problem error={save.error} />
      <footer>
        <AsCommand of={[{ commands: () => [{ action: 'set-room-metadata', room, metadata: text }] }]} />
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button variant="filled" loading={save.isPending} rightSection={<Keys of="Mod ↵" />} onClick={() => save.mutate()}>
          {t('rooms.metadata.verb')}
        </Button>
      </footer>
    </div>
  );
}
