import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDone } from '../../main/contract/guard';
import type { ActionReport, Participant } from '../../main/contract/participants';
import { api, unwrap } from '../api';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { toast } from '../ui/toasts';
import type { DialogProps } from './live-dialogs';

/** What is shown once people are out: who left at once, or what became of each. */
function useRemoved({ live, onDialog, onClose }: DialogProps) {
  const { t } = useTranslation();
  return ({ results, ok, failed }: ActionReport) => {
    for (const { identity, status } of results)
      if (isDone({ status }) || status === 'absent')
        live.tell({ kind: 'left', at: Date.now(), identity, sid: live.people.find((one) => one.identity === identity)?.sid ?? '' });
    void live.list.refetch();
    if (failed > 0) return onDialog({ kind: 'results', title: t('live.mute.failed', { ok, failed }), results });
    toast(t('live.remove.done', { count: ok }));
    onClose();
  };
}

/** Removing cannot be undone, and does not keep anyone out: the watch does, while the console runs. */
export function RemovePeople({ people, ...props }: { people: Participant[] } & DialogProps) {
  const { t } = useTranslation();
  const { room, live, onClose } = props;
  const profile = useOpenProfile();
  const removed = useRemoved(props);
  const [keepOut, setKeepOut] = useState(false);
  const identities = people.map(({ identity }) => identity);
  const remove = useMutation({
    mutationFn: async (reason: string) => {
      const given = { profileId: profile.id, room, reason, confirmed: true };
      // First the watch: who is removed may be back within the second.
      if (keepOut)
        for (const text of identities) await unwrap(api['watch.add']({ ...given, rule: { kind: 'ban', how: 'identity', text } }));
      return unwrap(api['participants.remove']({ ...given, identities }));
    },
    onSuccess: removed,
  });
  const [first] = people;
  const others = live.people.length - people.length;
  const one = people.length === 1 && first;
  return (
    <ConfirmDialog
      question={one ? t('live.remove.one', { name: nameOf(first) }) : t('live.remove.many', { count: people.length })}
      what={t('live.remove.what', { room: safeString(room, 60) })}
      consequences={[t('live.remove.token'), ...(others > 0 ? [t('live.remove.others', { count: others })] : [])]}
      targets={one ? [] : people.map(({ identity }) => safeString(identity))}
      verb={one ? t('live.remove.verb') : t('live.remove.verbMany', { count: people.length })}
      reason={profile.policy.reasonRequired ? 'required' : 'optional'}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    >
      {people.length <= 20 && (
        <Checkbox
          checked={keepOut}
          onChange={({ target }) => setKeepOut(target.checked)}
          label={t('live.remove.keepOut')}
          description={t('live.remove.keepOutHint')}
          classNames={{ label: 'grant-label', description: 'rk-hint' }}
        />
      )}
    </ConfirmDialog>
  );
}

/** Everyone, also those who come while it is asked. */
export function RemoveEveryone(props: DialogProps) {
  const { t } = useTranslation();
  const { room, live, onClose } = props;
  const profile = useOpenProfile();
  const removed = useRemoved(props);
  const [identities] = useState(() => live.people.filter(({ observer }) => !observer).map(({ identity }) => identity));
  const remove = useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api['participants.remove']({
          profileId: profile.id,
          room,
          identities,
          everyone: true,
          confirmed: true,
          typedCount: identities.length,
          reason,
        }),
      ),
    onSuccess: removed,
  });
  return (
    <ConfirmDialog
      question={t('live.remove.everyone', { room: safeString(room, 60) })}
      what={t('live.remove.whatAll')}
      consequences={[t('live.remove.token')]}
      targets={identities.map((identity) => safeString(identity))}
      verb={t('live.remove.verbMany', { count: identities.length })}
      {...(profile.environment === 'production' ? { typed: String(identities.length) } : {})}
      reason={profile.policy.reasonRequired ? 'required' : 'optional'}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
