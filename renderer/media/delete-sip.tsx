import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SipItem } from '../../main/contract/sip';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';

export function DeleteSip({ item, onClose, onDone }: { item: SipItem; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { id: profileId } = useOpenProfile();
  const client = useQueryClient();
  const name = safeString(String(item.values.name || item.id), 60);
  const remove = useMutation({
    mutationFn: (reason: string) => unwrap(api['sip.delete']({ profileId, kind: item.kind, id: item.id, confirmed: true, reason })),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['sip.list'] });
      toast(t('media.deleted', { name }));
      onDone();
      onClose();
    },
  });
  return (
    <DangerousAct
      question={t('media.deleteQuestion', { name })}
      what={t(`media.sip.deleteWhat.${item.kind}`)}
      consequences={item.kept.length > 0 ? [t('media.sip.deleteSecret')] : []}
      targets={[item.id]}
      verb={t(`media.sip.deleteVerb.${item.kind}`)}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
