import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../main/contract';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import { TargetResults } from './target-results';

/** Closing rooms: everyone in them is out, and nothing brings them back. */
export function CloseRooms({
  rooms,
  people,
  onClose,
  onDone,
}: {
  rooms: string[];
  people: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const client = useQueryClient();
  const [report, setReport] = useState<Output<'rooms.close'> | null>(null);
  const close = useMutation({
    mutationFn: (reason: string) =>
      unwrap(api['rooms.close']({ profileId: profile.id, rooms, confirmed: true, typedCount: rooms.length, reason })),
    onSuccess: (done) => {
      void client.invalidateQueries({ queryKey: ['rooms.list'] });
      if (done.failed > 0) return setReport(done);
      const [only] = rooms;
      toast(
        rooms.length === 1 && only
          ? t('rooms.close.doneOne', { name: safeString(only, 60) })
          : t('rooms.close.done', { count: rooms.length }),
      );
      onDone();
    },
  });
  if (report)
    return (
      <TargetResults title={t('rooms.close.some', { ok: report.ok, failed: report.failed })} results={report.results} onClose={onDone} />
    );
  return (
    <DangerousAct
      question={
        rooms.length === 1 ? t('rooms.close.one', { name: safeString(rooms[0] ?? '', 60) }) : t('rooms.close.many', { count: rooms.length })
      }
      what={t('rooms.close.what', { count: people })}
      consequences={[t('rooms.close.back'), t('rooms.close.tokens')]}
      targets={rooms.map((name) => safeString(name))}
      verb={t('rooms.close.verb', { count: rooms.length })}
      {...(rooms.length > 1 ? { typedInProduction: rooms.length } : {})}
      aside={<AsCommand of={[{ commands: () => rooms.map((room) => ({ action: 'close-room', room })) }]} />}
      pending={close.isPending}
      error={close.error}
      onConfirm={(reason) => close.mutate(reason)}
      onClose={onClose}
    />
  );
}

/** Clears a ghost: creates the room over it on a live node, then closes it. */
export function RescueRoom({ room, onClose }: { room: string; onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const client = useQueryClient();
  const rescue = useMutation({
    mutationFn: (reason: string) => unwrap(api['rooms.rescue']({ profileId: profile.id, room, confirmed: true, reason })),
    onSuccess: ({ outcome }) => {
      for (const asked of ['rooms.list', 'rooms.check', 'participants.list']) void client.invalidateQueries({ queryKey: [asked] });
      toast(t(`rooms.ghost.${outcome}`, { name: safeString(room, 60) }));
      onClose();
    },
  });
  return (
    <DangerousAct
      question={t('rooms.ghost.question', { name: safeString(room, 60) })}
      what={t('rooms.ghost.what')}
      consequences={[t('rooms.ghost.how'), t('rooms.ghost.loses')]}
      verb={t('rooms.ghost.verb')}
      pending={rescue.isPending}
      error={rescue.error}
      onConfirm={(reason) => rescue.mutate(reason)}
      onClose={onClose}
    />
  );
}
