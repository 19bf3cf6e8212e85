import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { newDispatch } from '../../main/contract/agents';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { RoomInput, useOpenRooms } from '../ui/room-input';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { useFieldError } from '../ui/use-field-error';

type Props = { room: string; onDone: (room: string) => void; onClose: () => void };

export function DispatchAgent(props: Props) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('agents.dispatch.title')} size={520} onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ room, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const fieldError = useFieldError();
  const client = useQueryClient();
  const { reason, field: reasonField } = useReason('harmless');
  const form = useForm<z.input<typeof newDispatch>, unknown, z.output<typeof newDispatch>>({
    resolver: zodResolver(newDispatch),
    mode: 'onTouched',
    defaultValues: { profileId: profile.id, room, agentName: '', metadata: '' },
  });
  const { errors } = form.formState;
  const { field } = useController({ control: form.control, name: 'room' });
  const { onChange, ...roomField } = field;
  const dispatch = useMutation({
    mutationFn: (request: z.output<typeof newDispatch>) => unwrap(api['agents.dispatch']({ ...request, reason })),
    onSuccess: ({ roomCreated }, { room: into, agentName }) => {
      void client.invalidateQueries({ queryKey: ['agents.list'] });
      void client.invalidateQueries({ queryKey: ['tokens.rooms'] });
      const names = { agent: safeString(agentName, 60), room: safeString(into, 60) };
      toast(t(roomCreated ? 'agents.dispatch.doneNew' : 'agents.dispatch.done', names));
      onDone(into);
      onClose();
    },
  });
  const submit = form.handleSubmit((request) => dispatch.mutate(request));
  useHotkeys({ 'Mod ↵': () => void submit() }, { inDialog: true });
  return (
    <form className="dialog wide" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('agents.dispatch.title')}</h2>
      <TextInput
        data-autofocus
        label={t('tokens.agentName')}
        description={t('agents.dispatch.nameHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        classNames={{ input: 'rk-input mono' }}
        error={fieldError(errors.agentName)}
        {...form.register('agentName')}
      />
      <RoomInput
        label={t('agents.room')}
        classNames={{ input: 'rk-input mono' }}
        error={fieldError(errors.room)}
        {...roomField}
        onText={onChange}
      />
      <Textarea
        label={t('tokens.agentMetadata')}
        autosize
        minRows={2}
        maxRows={8}
        classNames={{ input: 'rk-input mono' }}
        error={fieldError(errors.metadata)}
        {...form.register('metadata')}
      />
      <WhatHappens room={field.value} agentName={form.watch('agentName')} />
      {reasonField}
      <Problem error={dispatch.error} />
      <footer>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" variant="filled" loading={dispatch.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t('agents.dispatch.verb')}
        </Button>
      </footer>
    </form>
  );
}

/** The result in one sentence, with what is easily overlooked: a room that is not open is made by it. */
function WhatHappens({ room, agentName }: { room: string; agentName: string }) {
  const { t } = useTranslation();
  const rooms = useOpenRooms().data;
  if (room.trim() === '' || agentName.trim() === '' || !rooms) return null;
  const isOpen = rooms.some(({ name }) => name === room);
  const names = { agent: safeString(agentName.trim(), 60), room: safeString(room, 60) };
  return (
    <p className="sentence">
      {t('agents.dispatch.will', names)}
      {!isOpen && <span>{t('agents.dispatch.makesRoom', names)}</span>}
    </p>
  );
}
