import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDone } from '../../main/contract/guard';
import type { ActionReport, Participant } from '../../main/contract/participants';
import { api, unwrap } from '../api';
import { DangerousAct, isAsked } from '../ui/dangerous-act';
import { nameOf } from '../ui/person-name';
import { useOpenProfile } from '../ui/profile';
import { safeString } from '../ui/safe-text';
import { type Offer, toast } from '../ui/toasts';
import { AsCommand } from './as-command';
import type { DialogProps } from './live-dialogs';

/** What is shown once people are out: who left at once, or what became of each. */
function useRemoved({ live, onDialog, onClose }: DialogProps, offer?: Offer) {
  const { t } = useTranslation();
  return ({ results, ok, failed }: ActionReport) => {
    for (const { identity, status } of results)
      if (isDone({ status }) || status === 'absent')
        live.tell({ kind: 'left', at: Date.now(), identity, sid: live.people.find((one) => one.identity === identity)?.sid ?? '' });
    void live.list.refetch();
    if (failed > 0) return onDialog({ kind: 'results', title: t('live.mute.failed', { ok, failed }), results });
    const [only] = results;
    const name = nameOf(live.people.find(({ identity }) => identity === only?.identity) ?? { name: '', identity: only?.identity ?? '' });
    toast(ok === 1 ? t('live.remove.doneOne', { name }) : t('live.remove.done', { count: ok }), { offer });
    onClose();
  };
}

/** Removing cannot be undone, and does not keep anyone out: the watch does, while the console runs. */
export function RemovePeople({ people, ...props }: { people: Participant[] } & DialogProps) {
  const { t } = useTranslation();
  const { room, live, onClose } = props;
  const profile = useOpenProfile();
  const [keepOut, setKeepOut] = useState(false);
  const identities = people.map(({ identity }) => identity);
  const ban = async (reason: string) => {
    for (const text of identities) {
      const rule = { kind: 'ban', how: 'identity', text } as const;
      await unwrap(api['watch.add']({ profileId: profile.id, room, reason, confirmed: true, rule }));
    }
  };
  const keep = useMutation({ mutationFn: () => ban(''), onError: props.actions.failed });
  // Where nothing was asked, the toast offers what the question would have.
  const removed = useRemoved(props, isAsked(profile, undefined) ? undefined : { label: t('live.remove.keepOut'), run: keep.mutate });
  const remove = useMutation({
    mutationFn: async (reason: string) => {
      // First the watch: who is removed may be back within the second.
      if (keepOut) await ban(reason);
      return unwrap(api['participants.remove']({ profileId: profile.id, room, reason, confirmed: true, identities }));
    },
    onSuccess: removed,
  });
  const [first] = people;
  const others = live.people.length - people.length;
  const one = people.length === 1 && first;
  return (
    <DangerousAct
      question={one ? t('live.remove.one', { name: nameOf(first) }) : t('live.remove.many', { count: people.length })}
      what={t('live.remove.what', { room: safeString(room, 60) })}
      consequences={[t('live.remove.token'), ...(others > 0 ? [t('live.remove.others', { count: others })] : [])]}
      targets={one ? [] : people.map(({ identity }) => safeString(identity))}
      verb={one ? t('live.remove.verb') : t('live.remove.verbMany', { count: people.length })}
      aside={<AsCommand of={[{ commands: () => identities.map((identity) => ({ action: 'remove', room, identity })) }]} />}
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
    </DangerousAct>
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
    <DangerousAct
      question={t('live.remove.everyone', { room: safeString(room, 60) })}
      what={t('live.remove.whatAll')}
      consequences={[t('live.remove.token')]}
      targets={identities.map((identity) => safeString(identity))}
      verb={t('live.remove.verbMany', { count: identities.length })}
      typedInProduction={identities.length}
      aside={<AsCommand of={[{ commands: () => identities.map((identity) => ({ action: 'remove', room, identity })) }]} />}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate(reason)}
      onClose={onClose}
    />
  );
}
