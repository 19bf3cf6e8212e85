import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ingress } from '../../main/contract/ingress';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';

export function DeleteIngress({ ingress, onClose }: { ingress: Ingress; onClose: () => void }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const name = safeString(ingress.name || ingress.id, 60);
  const remove = useMutation({
    mutationFn: (reason: string) => unwrap(api['ingress.delete']({ profileId, ingressId: ingress.id, confirmed: true, reason })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['ingress.list'] });
      toast(t('media.deleted', { name }));
      onClose();
    },
  });
  return (
    <DangerousAct
      question={t('media.deleteQuestion', { name })}
      what={t('media.ingress.deleteWhat')}
      consequences={[t('media.ingress.deleteKey')]}
      targets={[`${ingress.id} → ${safeString(ingress.room)}`]}
      verb={t('media.ingress.deleteVerb')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
