import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../main/contract/participants';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import type { DialogProps } from './live-dialogs';
import { withSource } from './permission-change';

/** Takes the permission to publish a microphone away, or gives it back. */
export function HardMute({ person, back, room, live, actions, onDialog, onClose }: { person: Participant; back: boolean } & DialogProps) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const name = nameOf(person);
  const permission = withSource(person.permission, 'microphone', back);
  const act = useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api[back ? 'participants.restore' : 'participants.hardMute']({
          profileId: profile.id,
          room,
          identities: [person.identity],
          sources: ['microphone'],
          confirmed: true,
          reason,
        }),
      ),
    onSuccess: (report) => {
      void live.list.refetch();
      const { ok, failed, results } = report;
      if (failed > 0) return onDialog({ kind: 'results', title: t('live.mute.failed', { ok, failed }), results });
      toast(back ? t('live.hardMute.restored', { name }) : t('live.hardMute.done', { name }), { undo: actions.undoOf(report) });
      onClose();
    },
  });
  return (
    <DangerousAct
      question={back ? `${t('live.hardMute.back')}: ${name}?` : t('live.hardMute.question', { name })}
      what={back ? t('live.hardMute.again') : t('live.hardMute.what')}
      consequences={back ? [] : [t('live.hardMute.app'), t('live.hardMute.again'), t('live.hardMute.rejoin')]}
      verb={back ? t('live.hardMute.back') : t('live.hardMute.verb')}
      aside={<AsCommand of={[{ commands: () => [{ action: 'update', room, identity: person.identity, permission }] }]} />}
      pending={act.isPending}
      error={act.error}
      onConfirm={(reason) => act.mutate(reason)}
      onClose={onClose}
    />
  );
}
