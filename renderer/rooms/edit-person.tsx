import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { nameOf } from '../ui/person-name';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { toast } from '../ui/toasts';
import { useCallIssues } from '../ui/use-field-error';
import { AsCommand } from './as-command';
import type { PanelProps } from './live-panel';

type Props = PanelProps & { onClose: () => void };
const texts = z.record(z.string(), z.string());

/** Name, metadata and attributes. What is not changed is not sent. */
export function EditPerson(props: Props) {
  const { t } = useTranslation();
  const title = t('live.edit.title', { name: nameOf(props.person) });
  return (
    <Dialog label={title} size={520} onClose={props.onClose}>
      <Form {...props} title={title} />
    </Dialog>
  );
}

function Form({ person, room, live, title, onClose }: Props & { title: string }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const [before] = useState(person);
  const [name, setName] = useState(before.name);
  const [metadata, setMetadata] = useState(before.metadata);
  const [attributes, setAttributes] = useState(() => JSON.stringify(before.attributes, null, 2));
  const { reason, field } = useReason('harmless');
  const read = readAttributes(attributes);
  const changed = Object.entries({ ...(read && withoutValues(before.attributes)), ...read }).filter(
    ([key, value]) => before.attributes[key] !== value,
  );
  const change = {
    room,
    identity: person.identity,
    ...(name === before.name ? {} : { name }),
    ...(metadata === before.metadata ? {} : { metadata }),
    ...(changed.length === 0 ? {} : { attributes: Object.fromEntries(changed) }),
  };
  const save = useMutation({
    mutationFn: () => unwrap(api['participants.update']({ profileId: profile.id, ...change, reason })),
    onSuccess: () => {
      void live.list.refetch();
      toast(t('live.edit.done', { name: nameOf(person) }));
      onClose();
    },
  });
  const issueOf = useCallIssues(save.error);
  const submit = () => read !== null && !save.isPending && save.mutate();
  useHotkeys({ 'Mod ↵': submit }, { inDialog: true });
  return (
    <div className="dialog wide">
      <h2>{title}</h2>
      <TextInput
        data-autofocus
        label={t('live.edit.name')}
        error={issueOf('name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Textarea
        label={t('live.edit.metadata')}
        autosize
        minRows={2}
        maxRows={8}
        classNames={{ input: 'rk-input mono' }}
        error={issueOf('metadata')}
        value={metadata}
        onChange={({ target }) => setMetadata(target.value)}
      />
      <Textarea
        label={t('live.edit.attributes')}
        autosize
        minRows={3}
        maxRows={10}
        classNames={{ input: 'rk-input mono' }}
        error={read === null && t('live.edit.notJson')}
        value={attributes}
        onChange={({ target }) => setAttributes(target.value)}
      />
      <Finding tone="plain" title={t('live.edit.cannotClear')} />
      {field}
      <Problem error={save.error} />
      <footer>
        <AsCommand of={[{ commands: () => [{ action: 'update', ...change }] }]} />
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button variant="filled" disabled={read === null} loading={save.isPending} rightSection={<Keys of="Mod ↵" />} onClick={submit}>
          {t('live.edit.verb')}
        </Button>
      </footer>
    </div>
  );
}

/** An attribute that was taken out of the text goes by an empty value: one left out of a request stays. */
const withoutValues = (attributes: Record<string, string>) => Object.fromEntries(Object.keys(attributes).map((key) => [key, '']));

function readAttributes(text: string): Record<string, string> | null {
  try {
    return texts.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
