import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgentDispatch } from '../../main/contract/agents';
import { api, unwrap } from '../api';
import { DangerousAct } from '../ui/dangerous-act';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';

export function DeleteDispatch({ room, dispatch, onClose }: { room: string; dispatch: AgentDispatch; onClose: () => void }) {
  const { t } = useTranslation();
  const profile = useOpenProfile();
  const client = useQueryClient();
  const { id, agentName, jobs } = dispatch;
  const remove = useMutation({
    mutationFn: (reason: string) => unwrap(api['agents.deleteDispatch']({ profileId: profile.id, room, id, confirmed: true, reason })),
    onSuccess: ({ outcome }) => {
      void client.invalidateQueries({ queryKey: ['agents.list'] });
      toast(t(`agents.delete.${outcome}`));
      onClose();
    },
  });
  const name = agentName ? safeString(agentName, 60) : t('agents.nameless');
  return (
    <DangerousAct
      question={t('agents.delete.question', { name })}
      what={t('agents.delete.what')}
      consequences={[t(agentName ? 'agents.delete.named' : 'agents.delete.nameless')]}
      targets={jobs.filter(({ present }) => present).map(({ identity }) => safeString(identity))}
      verb={t('agents.delete.verb')}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
