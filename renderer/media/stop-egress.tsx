import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Egress } from '../../main/contract/egress';
import { api, CallError, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import { WorkerMissing } from './worker-missing';

export function StopEgress({ egress, onClose }: { egress: Egress; onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: (reason: string) => unwrap(api['egress.stop']({ profileId: profile.id, egressId: egress.id, confirmed: true, reason })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['egress.list'] });
      toast(t('media.egress.stop.done'));
      onClose();
    },
  });
  return (
    <DangerousAct
      question={t('media.egress.stop.question', { name: safeString(egress.room || egress.of, 60) })}
      what={t('media.egress.stop.what')}
      consequences={[t('media.egress.stop.kept')]}
      targets={[egress.id, ...egress.outputs.map(({ where }) => safeString(where))]}
      verb={t('media.egress.stop.verb')}
      pending={stop.isPending}
      error={stop.error}
      onConfirm={(reason) => stop.mutate(reason)}
      onClose={onClose}
    >
      {stop.error instanceof CallError && stop.error.code === 'no-worker' && (
        <WorkerMissing part="egress">{t('media.egress.stop.noWorker')}</WorkerMissing>
      )}
    </DangerousAct>
  );
}
