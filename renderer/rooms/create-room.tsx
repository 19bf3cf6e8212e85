import { zodResolver } from '@hookform/resolvers/zod';
import { Button, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Control, Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RoomCommand } from '../../main/contract/room-commands';
import { newRoom } from '../../main/contract/rooms';
import { api, unwrap } from '../api';
import { Dialog } from '../ui/dialog';
import { useHotkeys } from '../ui/hotkeys';
import { Finding, Keys } from '../ui/marks';
import { Problem } from '../ui/problem';
import { useOpenProfile } from '../ui/profile';
import { useReason } from '../ui/reason';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { useFieldError } from '../ui/use-field-error';
import { AsCommand } from './as-command';

type NewRoom = z.input<typeof newRoom>;
type Parsed = z.output<typeof newRoom>;
const figures = ['emptyTimeout', 'departureTimeout', 'maxParticipants', 'minPlayoutDelay', 'maxPlayoutDelay'] as const;

export function CreateRoom({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t('rooms.create.title')} size={520} onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const fieldError = useFieldError();
  const client = useQueryClient();
  const form = useForm<NewRoom, unknown, Parsed>({
    resolver: zodResolver(newRoom),
    mode: 'onTouched',
    defaultValues: { profileId: profile.id, name: '', config: { metadata: '', agents: [] } },
  });
  const { errors } = form.formState;
  const [differs, setDiffers] = useState<{ field: string; asked: string; live: string }[] | null>(null);
  const { reason, field } = useReason('harmless');
  const create = useMutation({
    mutationFn: (request: Parsed) => unwrap(api['rooms.create']({ ...request, reason })),
    onSuccess: ({ created, room, differs: found }) => {
      void client.invalidateQueries({ queryKey: ['rooms.list'] });
      // LiveKit answers 200 with the room as it was: without a look at it that would pass for success.
      if (!created) return setDiffers(found);
      toast(t('rooms.create.done', { name: safeString(room.name, 60) }));
      onClose();
    },
  });
  const commands = (): RoomCommand[] => {
    const parsed = newRoom.safeParse(form.getValues());
    if (parsed.success) return [{ action: 'create-room', room: parsed.data.name, config: parsed.data.config }];
    void form.trigger();
    return [];
  };
  const submit = form.handleSubmit((request) => create.mutate(request));
  useHotkeys({ 'Mod ↵': () => void submit() }, { inDialog: true });
  return (
    <form className="dialog wide" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('rooms.create.title')}</h2>
      <TextInput
        data-autofocus
        label={t('rooms.create.name')}
        classNames={{ input: 'rk-input mono' }}
        error={fieldError(errors.name)}
        {...form.register('name')}
      />
      <div className="three">
        {figures.map((field) => (
          <Figure key={field} field={field} control={form.control} error={fieldError(errors.config?.[field])} />
        ))}
      </div>
      <Textarea
        label={t('rooms.create.metadata')}
        autosize
        minRows={2}
        maxRows={6}
        error={fieldError(errors.config?.metadata)}
        {...form.register('config.metadata')}
      />
      <TextInput
        label={t('rooms.create.agent')}
        description={t('rooms.create.agentHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        classNames={{ input: 'rk-input mono' }}
        onChange={({ target }) => form.setValue('config.agents', target.value.trim() ? [{ agentName: target.value.trim() }] : [])}
      />
      <Switch label={t('rooms.create.sync')} {...form.register('config.syncStreams')} />
      {differs && (
        <Finding tone="amber" title={t('rooms.create.exists')}>
          {differs.length === 0 ? t('rooms.create.same') : t('rooms.create.differs')}
          {differs.map(({ field, asked, live }) => (
            <code key={field} className="answer-line">
              {field}: {safeString(asked, 40)} → {safeString(live, 40)}
            </code>
          ))}
        </Finding>
      )}
      {field}
      <Problem error={create.error} />
      <footer>
        <AsCommand of={[{ commands }]} />
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" variant="filled" loading={create.isPending} rightSection={<Keys of="Mod ↵" />}>
          {t('rooms.create.verb')}
        </Button>
      </footer>
    </form>
  );
}

function Figure({
  field,
  control,
  error,
}: {
  field: (typeof figures)[number];
  control: Control<NewRoom, unknown, Parsed>;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Controller
      name={`config.${field}`}
      control={control}
      render={({ field: { value, onChange, onBlur } }) => (
        <NumberInput
          label={t(`rooms.create.${field}`)}
          placeholder={t('rooms.create.default')}
          min={0}
          allowDecimal={false}
          hideControls
          value={value || ''}
          onChange={(typed) => onChange(Number(typed) || 0)}
          onBlur={onBlur}
          error={error}
        />
      )}
    />
  );
}
